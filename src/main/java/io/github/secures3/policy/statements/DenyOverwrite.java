package io.github.secures3.policy.statements;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;

/**
 * Denies uploads that do not carry {@code If-None-Match}, so that no upload replaces an object that exists.
 *
 * <p>Lets pass: PutObject, CompleteMultipartUpload and CopyObject with the header, which fail by themselves where the key exists;
 * CreateMultipartUpload, UploadPart and UploadPartCopy, which take no such header and create no object; AWS services under their own
 * principal, which deliver logs and inventories without it; replication, which writes by {@code s3:ReplicateObject}. Breaks: every client that does
 * not send the header, and services that write with their caller's credentials. It does not stop deletion, after which a key is free
 * again.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html">Enforcing conditional writes</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>
 * @since 0.1
 */
public record DenyOverwrite() implements ProtectiveStatement {

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions("s3:PutObject")
                .resources(bucket.objects())
                .when(Condition.absent("s3:if-none-match"))
                .when(Condition.bool("s3:ObjectCreationOperation", true))
                .when(ConditionKeys.noAwsService())
                .build();
    }
}
