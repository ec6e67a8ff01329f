package io.github.secures3.policy.statements;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.Objects;

/**
 * Denies uploads, replicas, and changes of the encryption of existing objects, that ask for another encryption than the bucket's.
 *
 * <p>Lets pass: uploads that ask for none, which get the bucket's default encryption, multipart parts among them. Breaks: clients that always
 * send a header of their own, such as {@code AES256} to a bucket with SSE-KMS; replication of objects under another encryption.
 *
 * @param algorithm the encryption of the bucket
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html">Bucket policy examples with condition keys</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html">Default encryption</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Replicating encrypted objects</a>
 * @since 0.1
 */
public record DenyOtherEncryption(SseAlgorithm algorithm) implements ProtectiveStatement {

    /**
     * The actions that choose how an object is encrypted; UploadPart and CopyObject count as PutObject, and replication names the encryption of its
     * replicas.
     */
    static final Actions ENCRYPTING_ACTIONS =
            Actions.of("s3:PutObject", "s3:ReplicateObject", "s3:UpdateObjectEncryption");

    /** Checks that an algorithm is given. */
    public DenyOtherEncryption {
        Objects.requireNonNull(algorithm, "algorithm");
    }

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions(ENCRYPTING_ACTIONS)
                .resources(bucket.objects())
                .when(Condition.present(ConditionKeys.SSE))
                .when(Condition.of(Comparison.STRING_NOT_EQUALS, ConditionKeys.SSE, algorithm.text()))
                .build();
    }
}
