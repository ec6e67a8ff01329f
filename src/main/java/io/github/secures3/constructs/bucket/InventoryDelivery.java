package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.AllowInventoryDelivery;
import io.github.secures3.policy.statements.AllowInventoryEncryption;
import io.github.secures3.policy.statements.BucketScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.CfnBucket;

/**
 * Inventory configurations of a source bucket, and what the destination's policy and key must allow for the reports to arrive.
 *
 * <p>The permission names the account and the ARN form of a bucket: naming the source's own ARN would make two buckets of two stacks, or
 * a bucket and its key, depend on each other.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html">Configuring Amazon S3 Inventory</a>
 */
final class InventoryDelivery {

    private InventoryDelivery() {}

    /** Sets the configurations on the source. */
    static void configure(CfnBucket source, List<BucketInventory> inventories) {
        if (!inventories.isEmpty()) {
            List<Object> configurations = List.copyOf(
                    inventories.stream().map(InventoryDelivery::configuration).toList());
            source.setInventoryConfigurations(configurations);
        }
    }

    /** Lets S3 write inventories of this account's buckets into a bucket, under its key. */
    static void open(SecureBucket destination, @Nullable IKey key) {
        List<String> accounts = List.of(Aws.ACCOUNT_ID);
        List<String> buckets = List.of("arn:" + Aws.PARTITION + ":s3:::*");
        // The key first: an imported one refuses, and then nothing has changed.
        if (key != null) {
            KeyPolicies.allow(
                    destination,
                    key,
                    BucketPolicies.statement(new AllowInventoryEncryption(accounts, buckets).statement()));
        }
        destination.addToResourcePolicy(
                new AllowInventoryDelivery(accounts, buckets, "").on(new BucketScope(destination.getBucketArn())));
    }

    private static CfnBucket.InventoryConfigurationProperty configuration(BucketInventory inventory) {
        CfnBucket.InventoryConfigurationProperty.Builder builder = CfnBucket.InventoryConfigurationProperty.builder()
                .id(inventory.id())
                .enabled(true)
                .destination(CfnBucket.DestinationProperty.builder()
                        .bucketArn(inventory.destination().getBucketArn())
                        .bucketAccountId(Aws.ACCOUNT_ID)
                        .format("Parquet")
                        .build())
                .includedObjectVersions(inventory.currentVersionsOnly() ? "Current" : "All")
                .optionalFields(BucketInventory.FIELDS)
                .scheduleFrequency(inventory.frequency().text());
        String prefix = inventory.objectPrefix();
        return prefix == null ? builder.build() : builder.prefix(prefix).build();
    }
}
