package io.github.secures3.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.StarPrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BlockedEncryptionType;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;

/**
 * The template as one writes it with the CDK's own constructs, a statement at a time. What does not change from bucket to bucket (rules,
 * principals) is made once, as a careful author would.
 */
final class HandWrittenL2 implements Variant.Buckets {

    private static final StarPrincipal EVERYONE = new StarPrincipal();
    private static final LifecycleRule ABORT = LifecycleRule.builder()
            .id("AbortIncompleteUploads")
            .enabled(true)
            .abortIncompleteMultipartUploadAfter(Duration.days(7))
            .build();
    private static final LifecycleRule NONCURRENT = LifecycleRule.builder()
            .id("ExpireNoncurrentVersions")
            .enabled(true)
            .noncurrentVersionExpiration(Duration.days(90))
            .noncurrentVersionsToRetain(3)
            .expiredObjectDeleteMarker(true)
            .build();
    private static final LifecycleRule EXPIRE_LOGS = LifecycleRule.builder()
            .id("ExpireAccessLogs")
            .enabled(true)
            .expiration(Duration.days(400))
            .noncurrentVersionExpiration(Duration.days(30))
            .build();
    private static final Duration WAITING = Duration.days(30);
    private static final List<String> UPLOADS = List.of("s3:PutObject", "s3:UpdateObjectEncryption");
    private static final String ENCRYPTION = "s3:x-amz-server-side-encryption";
    private static final String KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private final Stack stack;
    private @Nullable String logBucketName;

    HandWrittenL2(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void add(String id) {
        Key key = Key.Builder.create(stack, id + "Key")
                .description("Encrypts the objects of the bucket " + id)
                .enableKeyRotation(true)
                .pendingWindow(WAITING)
                .policy(PolicyDocument.Builder.create()
                        .statements(List.of(PolicyStatement.Builder.create()
                                .sid("AllowAccountIdentities")
                                .principals(List.of(new AccountPrincipal(Aws.ACCOUNT_ID)))
                                .actions(List.of("kms:*"))
                                .resources(List.of("*"))
                                .build()))
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Bucket bucket = common(id + "Bucket", List.of(ABORT, NONCURRENT))
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .build();
        String arn = bucket.getBucketArn();
        String objects = arn + "/*";
        denyTransport(bucket, arn, objects);
        deny(
                bucket,
                "DenyOtherEncryption",
                UPLOADS,
                objects,
                Map.of("Null", Map.of(ENCRYPTION, false), "StringNotEquals", Map.of(ENCRYPTION, "aws:kms")));
        deny(
                bucket,
                "DenyOtherKmsKey",
                UPLOADS,
                objects,
                Map.of("Null", Map.of(KEY_ID, false), "ArnNotEquals", Map.of(KEY_ID, key.getKeyArn())));
        deny(
                bucket,
                "DenyKmsWithoutKeyId",
                UPLOADS,
                objects,
                Map.of(
                        "StringEquals",
                        Map.of(ENCRYPTION, List.of("aws:kms", "aws:kms:dsse")),
                        "Null",
                        Map.of(KEY_ID, true)));
        bucket.getPolicy().applyRemovalPolicy(RemovalPolicy.RETAIN);

        CfnBucket resource = (CfnBucket) bucket.getNode().getDefaultChild();
        resource.setLoggingConfiguration(CfnBucket.LoggingConfigurationProperty.builder()
                .destinationBucketName(logBucketName())
                .logFilePrefix("access-logs/")
                .targetObjectKeyFormat(CfnBucket.TargetObjectKeyFormatProperty.builder()
                        .partitionedPrefix(CfnBucket.PartitionedPrefixProperty.builder()
                                .partitionDateSource("EventTime")
                                .build())
                        .build())
                .build());
        resource.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                        .eventBridgeEnabled(true)
                        .build())
                .build());
    }

    private String logBucketName() {
        if (logBucketName == null) {
            Bucket logs = common("SecureS3AccessLogsBucket", List.of(ABORT, EXPIRE_LOGS))
                    .encryption(BucketEncryption.S3_MANAGED)
                    .build();
            String arn = logs.getBucketArn();
            String objects = arn + "/*";
            denyTransport(logs, arn, objects);
            logs.addToResourcePolicy(PolicyStatement.Builder.create()
                    .sid("AllowAccessLogDelivery")
                    .principals(List.of(new ServicePrincipal("logging.s3.amazonaws.com")))
                    .actions(List.of("s3:PutObject"))
                    .resources(List.of(objects))
                    .conditions(Map.of(
                            "ArnLike",
                            Map.of("aws:SourceArn", "arn:" + Aws.PARTITION + ":s3:::*"),
                            "StringEquals",
                            Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                    .build());
            logs.getPolicy().applyRemovalPolicy(RemovalPolicy.RETAIN);
            logBucketName = logs.getBucketName();
        }
        return logBucketName;
    }

    private Bucket.Builder common(String id, List<LifecycleRule> rules) {
        return Bucket.Builder.create(stack, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .blockedEncryptionTypes(List.of(BlockedEncryptionType.SSE_C))
                .versioned(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(rules);
    }

    private static void denyTransport(Bucket bucket, String arn, String objects) {
        deny(
                bucket,
                "DenyInsecureTransport",
                List.of("s3:*"),
                List.of(arn, objects),
                Map.of("Bool", Map.of("aws:SecureTransport", false)));
        deny(
                bucket,
                "DenyTlsBelow",
                List.of("s3:*"),
                List.of(arn, objects),
                Map.of("NumericLessThan", Map.of("s3:TlsVersion", 1.2)));
        deny(
                bucket,
                "DenySseC",
                List.of("s3:PutObject", "s3:ReplicateObject"),
                objects,
                Map.of("Null", Map.of("s3:x-amz-server-side-encryption-customer-algorithm", false)));
    }

    private static void deny(
            Bucket bucket, String sid, List<String> actions, String resource, Map<String, Map<String, ?>> conditions) {
        deny(bucket, sid, actions, List.of(resource), conditions);
    }

    private static void deny(
            Bucket bucket,
            String sid,
            List<String> actions,
            List<String> resources,
            Map<String, Map<String, ?>> conditions) {
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .principals(List.of(EVERYONE))
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build());
    }
}
