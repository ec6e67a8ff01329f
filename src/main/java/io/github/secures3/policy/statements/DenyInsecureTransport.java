package io.github.secures3.policy.statements;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;

/**
 * Denies every request over plain HTTP, whoever makes it.
 *
 * <p>Lets pass: every request over HTTPS. Breaks: clients with an {@code http://} endpoint, static website hosting, which speaks HTTP only.
 *
 * <p>The value is the JSON boolean {@code false} and the resources are an array of the bucket and its objects: the one form that the known
 * template scanners accept.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html">Security best practices for Amazon S3</a>
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5">Security Hub control S3.5</a>
 * @since 0.1
 */
public record DenyInsecureTransport() implements ProtectiveStatement {

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions("s3:*")
                .resources(bucket.bucketAndObjects())
                .when(Condition.bool("aws:SecureTransport", false))
                .build();
    }
}
