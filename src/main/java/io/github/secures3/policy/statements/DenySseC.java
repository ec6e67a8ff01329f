package io.github.secures3.policy.statements;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;

/**
 * Denies writing objects under a key that the caller brings along (SSE-C): whoever loses or withholds that key has the data.
 *
 * <p>Lets pass: every other write, and reads of SSE-C objects that exist already. Breaks: SSE-C uploads, copies and parts, and replication of
 * SSE-C objects into the bucket. S3 can also block SSE-C in the bucket's encryption configuration; this statement stands even where
 * somebody changes that configuration.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html#ssec-require-condition-key">Denying
 *     SSE-C</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Condition keys of S3 actions</a>
 * @since 0.1
 */
public record DenySseC() implements ProtectiveStatement {

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions("s3:PutObject", "s3:ReplicateObject")
                .resources(bucket.objects())
                .when(Condition.present("s3:x-amz-server-side-encryption-customer-algorithm"))
                .build();
    }
}
