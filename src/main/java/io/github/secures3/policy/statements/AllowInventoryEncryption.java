package io.github.secures3.policy.statements;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Allows S3 to encrypt the inventories of certain source buckets with the key.
 *
 * <p>Both {@code aws:SourceArn} and {@code aws:SourceAccount} are required. Where a source bucket is itself encrypted with the key, its ARN as a
 * token would make the key and the bucket wait for each other in CloudFormation: write {@code arn:aws:s3:::*} or a name known beforehand.
 *
 * @param sourceAccounts the accounts of the source buckets, 12 digits each, at least one
 * @param sourceBucketArns the ARNs of the source buckets, wildcards allowed, at least one
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html#configure-inventory-kms-key-policy">Inventory and
 *     the key policy</a>
 * @since 0.1
 */
public record AllowInventoryEncryption(List<String> sourceAccounts, List<String> sourceBucketArns)
        implements KeyStatement {

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if a list is empty, or an account id or ARN has not the form that AWS documents
     */
    public AllowInventoryEncryption {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        sourceAccounts = sources.accounts();
        sourceBucketArns = sources.bucketArns();
    }

    @Override
    public Statement statement() {
        ServiceSources sources = new ServiceSources(sourceAccounts, sourceBucketArns);
        return Statement.allow(sid())
                .principals(Principals.of(Principal.service("s3.amazonaws.com")))
                .actions("kms:GenerateDataKey")
                .resources("*")
                .when(sources.fromBuckets())
                .when(sources.inAccounts())
                .build();
    }
}
