package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.AllowAccountIdentities;
import io.github.secures3.policy.statements.BucketScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockedEncryptionType;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketNamespace;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The resources behind a secure bucket.
 *
 * <p>Everything is said explicitly, so that no feature flag of the CDK changes the template. What the CDK's bucket would do by ACL,
 * by custom resource or only within one stack (log delivery, EventBridge, inventories) is set on the resource itself.
 *
 * @param bucket the CDK bucket
 * @param resource the CloudFormation resource below it
 * @param bucketArn its ARN, a token
 * @param key the key, or null without KMS
 * @param keyArn its ARN, usually a token
 * @param accessLogBucket where access logs go, or null
 * @param eventBridge whether events go to EventBridge
 */
record BucketParts(
        Bucket bucket,
        CfnBucket resource,
        String bucketArn,
        @Nullable IKey key,
        @Nullable String keyArn,
        @Nullable AccessLogBucket accessLogBucket,
        boolean eventBridge) {

    private static final int KEY_WAITING_DAYS = 30;

    static BucketParts make(
            Construct self, Construct scope, String id, SecureBucketSettings settings, PolicyBudget budget) {
        RemovalPolicy removal = settings.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        IKey key = key(self, id, settings, removal);
        String keyArn = key == null ? null : key.getKeyArn();
        Bucket bucket = bucket(self, settings, key, removal);
        CfnBucket resource = BucketMetadata.resourceOf(bucket);
        String bucketArn = bucket.getBucketArn();
        List<Statement> statements = ProtectivePolicy.statements(settings, new BucketScope(bucketArn), keyArn);
        budget.add(statements);
        BucketPolicies.attach(bucket, statements, removal);
        AccessLogBucket logs = accessLogs(scope, settings, resource);
        if (settings.eventBridge) {
            resource.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                    .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                            .eventBridgeEnabled(true)
                            .build())
                    .build());
        }
        if (!settings.optOuts.isEmpty()) {
            BucketMetadata.record(resource, settings.optOuts);
        }
        InventoryDelivery.configure(resource, settings.inventories);
        return new BucketParts(bucket, resource, bucketArn, key, keyArn, logs, settings.eventBridge);
    }

    private static @Nullable IKey key(Construct self, String id, SecureBucketSettings settings, RemovalPolicy removal) {
        if (!settings.encryption.usesKms() || settings.encryptionKey != null) {
            return settings.encryptionKey;
        }
        Key.Builder builder = Key.Builder.create(self, "Key")
                .description("Encrypts the objects of the bucket " + id)
                .enableKeyRotation(true)
                .pendingWindow(DefaultLifecycle.days(KEY_WAITING_DAYS))
                .policy(BucketPolicies.document(
                        List.of(new AllowAccountIdentities(Aws.PARTITION, Aws.ACCOUNT_ID).statement())))
                .removalPolicy(removal);
        return settings.keyAlias == null
                ? builder.build()
                : builder.alias(settings.keyAlias).build();
    }

    private static Bucket bucket(
            Construct self, SecureBucketSettings settings, @Nullable IKey key, RemovalPolicy removal) {
        Bucket.Builder builder = Bucket.Builder.create(self, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(false)
                .versioned(settings.versioned)
                .encryption(settings.encryption.cdk())
                .bucketKeyEnabled(settings.bucketKey && settings.encryption.usesKms())
                .blockedEncryptionTypes(
                        List.of(settings.sseCBlocked ? BlockedEncryptionType.SSE_C : BlockedEncryptionType.NONE))
                .removalPolicy(removal)
                .lifecycleRules(DefaultLifecycle.rules(settings));
        if (key != null) {
            builder.encryptionKey(key);
        }
        if (settings.bucketName != null) {
            builder.bucketName(settings.bucketName);
        }
        if (settings.accountRegionalPrefix != null) {
            builder.bucketNamespace(BucketNamespace.ACCOUNT_REGIONAL).bucketNamePrefix(settings.accountRegionalPrefix);
        }
        features(builder, settings);
        return builder.build();
    }

    private static void features(Bucket.Builder builder, SecureBucketSettings settings) {
        ObjectLock lock = settings.objectLock;
        if (lock != null) {
            builder.objectLockEnabled(true)
                    .objectLockDefaultRetention(
                            lock.mode() == ObjectLock.Mode.COMPLIANCE
                                    ? ObjectLockRetention.compliance(DefaultLifecycle.days(lock.days()))
                                    : ObjectLockRetention.governance(DefaultLifecycle.days(lock.days())));
        }
        if (!settings.cors.isEmpty()) {
            builder.cors(settings.cors);
        }
        if (!settings.intelligentTiering.isEmpty()) {
            builder.intelligentTieringConfigurations(settings.intelligentTiering);
        }
        if (settings.transferAcceleration) {
            builder.transferAcceleration(true);
        }
    }

    private static @Nullable AccessLogBucket accessLogs(
            Construct scope, SecureBucketSettings settings, CfnBucket resource) {
        if (!settings.accessLogs) {
            return null;
        }
        AccessLogBucket own = settings.accessLogBucket;
        AccessLogBucket logs = own == null ? AccessLogBucket.forStackOf(scope) : own;
        resource.setLoggingConfiguration(CfnBucket.LoggingConfigurationProperty.builder()
                .destinationBucketName(logs.getBucketName())
                .logFilePrefix(settings.accessLogPrefix())
                .targetObjectKeyFormat(CfnBucket.TargetObjectKeyFormatProperty.builder()
                        .partitionedPrefix(CfnBucket.PartitionedPrefixProperty.builder()
                                .partitionDateSource("EventTime")
                                .build())
                        .build())
                .build());
        return logs;
    }
}
