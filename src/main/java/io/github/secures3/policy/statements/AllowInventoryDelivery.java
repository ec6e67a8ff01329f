package io.github.secures3.policy.statements;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Allows S3 to deliver inventories of certain source buckets into this bucket.
 *
 * <p>Both {@code aws:SourceArn} and {@code aws:SourceAccount} are required. AWS's sample also demands the canned ACL {@code
 * bucket-owner-full-control}; that mattered while the writer owned what it wrote, and is left out because a bucket without ACLs owns every object in
 * it. An SSE-KMS inventory also needs {@link AllowInventoryEncryption} in the key's policy.
 *
 * @param sourceAccounts the accounts of the source buckets, 12 digits each, at least one
 * @param sourceBucketArns the ARNs of the source buckets, wildcards allowed, at least one
 * @param prefix the start of the keys that inventories may have; empty for all
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html#configure-inventory-destination-bucket-policy">
 *     Destination bucket policy</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object Ownership</a>
 * @since 0.1
 */
public record AllowInventoryDelivery(List<String> sourceAccounts, List<String> sourceBucketArns, String prefix)
        implements ProtectiveStatement {

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if a list is empty, or an account id or ARN has not the form that AWS documents
     */
    public AllowInventoryDelivery {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        sourceAccounts = sources.accounts();
        sourceBucketArns = sources.bucketArns();
        Objects.requireNonNull(prefix, "prefix");
    }

    @Override
    public Statement on(BucketScope bucket) {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        return Statement.allow(sid())
                .principals(Principals.of(Principal.service("s3.amazonaws.com")))
                .actions("s3:PutObject")
                .resources(bucket.objectsUnder(prefix))
                .when(sources.fromBuckets())
                .when(sources.inAccounts())
                .build();
    }
}
