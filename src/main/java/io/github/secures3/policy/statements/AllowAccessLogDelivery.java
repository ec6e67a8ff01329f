package io.github.secures3.policy.statements;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Allows S3 to deliver server access logs of certain source buckets into this bucket.
 *
 * <p>Both {@code aws:SourceArn} and {@code aws:SourceAccount} are required, so that nobody else can have logs written here. It replaces the
 * log delivery ACL, which a bucket without ACLs does not take. The source bucket must lie in the same account and Region.
 *
 * @param sourceAccounts the accounts of the source buckets, 12 digits each, at least one
 * @param sourceBucketArns the ARNs of the source buckets, wildcards allowed, at least one; {@code arn:aws:s3:::*} stands for all buckets of
 *     the accounts and ties no bucket to this one
 * @param prefix the start of the keys that logs may have; empty for all
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general">
 *     Permissions for log delivery</a>
 * @since 0.1
 */
public record AllowAccessLogDelivery(List<String> sourceAccounts, List<String> sourceBucketArns, String prefix)
        implements ProtectiveStatement {

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if a list is empty, or an account id or ARN has not the form that AWS documents
     */
    public AllowAccessLogDelivery {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        sourceAccounts = sources.accounts();
        sourceBucketArns = sources.bucketArns();
        Objects.requireNonNull(prefix, "prefix");
    }

    @Override
    public Statement on(BucketScope bucket) {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        return Statement.allow(sid())
                .principals(Principals.of(Principal.service("logging.s3.amazonaws.com")))
                .actions("s3:PutObject")
                .resources(bucket.objectsUnder(prefix))
                .when(sources.fromBuckets())
                .when(sources.inAccounts())
                .build();
    }
}
