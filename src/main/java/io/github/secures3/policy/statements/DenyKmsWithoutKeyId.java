package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;

/**
 * Denies uploads and replicas that ask for a KMS encryption without saying which key: S3 would take the AWS managed key {@code aws/s3}, not the bucket's.
 *
 * <p>Lets pass: uploads that ask for no encryption, which get the bucket's key, and uploads that name a key, which {@link DenyOtherKmsKey}
 * judges. Breaks: clients that send {@code x-amz-server-side-encryption: aws:kms} alone; they must drop the header or name the key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject, x-amz-server-side-encryption-aws-kms-key-id</a>
 * @since 0.1
 */
public record DenyKmsWithoutKeyId() implements ProtectiveStatement {

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions(DenyOtherEncryption.ENCRYPTING_ACTIONS)
                .resources(bucket.objects())
                .when(Condition.of(
                        Comparison.STRING_EQUALS,
                        ConditionKeys.SSE,
                        SseAlgorithm.AWS_KMS.text(),
                        SseAlgorithm.AWS_KMS_DSSE.text()))
                .when(Condition.absent(ConditionKeys.SSE_KMS_KEY_ID))
                .build();
    }
}
