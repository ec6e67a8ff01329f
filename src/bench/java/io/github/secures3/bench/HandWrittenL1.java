package io.github.secures3.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.CfnKey;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;

/** The template as one writes it with CloudFormation's own types: no grants, no bucket object, no checks. */
final class HandWrittenL1 implements Variant.Buckets {

    private static final List<String> UPLOADS = List.of("s3:PutObject", "s3:UpdateObjectEncryption");
    private static final String ENCRYPTION = "s3:x-amz-server-side-encryption";
    private static final String KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private final Stack stack;
    private @Nullable String logBucketName;

    HandWrittenL1(Stack stack) {
        this.stack = stack;
    }

    @Override
    public void add(String id) {
        CfnKey key = CfnKey.Builder.create(stack, id + "Key")
                .description("Encrypts the objects of the bucket " + id)
                .enableKeyRotation(true)
                .pendingWindowInDays(30)
                .keyPolicy(document(List.of(Map.of(
                        "Sid", "AllowAccountIdentities",
                        "Effect", "Allow",
                        "Principal", Map.of("AWS", "arn:" + Aws.PARTITION + ":iam::" + Aws.ACCOUNT_ID + ":root"),
                        "Action", "kms:*",
                        "Resource", "*"))))
                .build();
        key.applyRemovalPolicy(RemovalPolicy.RETAIN);
        String keyArn = key.getAttrArn();
        CfnBucket bucket = common(id + "Bucket", List.of(abort(), noncurrent()), kms(keyArn))
                .loggingConfiguration(CfnBucket.LoggingConfigurationProperty.builder()
                        .destinationBucketName(logBucketName())
                        .logFilePrefix("access-logs/")
                        .targetObjectKeyFormat(CfnBucket.TargetObjectKeyFormatProperty.builder()
                                .partitionedPrefix(CfnBucket.PartitionedPrefixProperty.builder()
                                        .partitionDateSource("EventTime")
                                        .build())
                                .build())
                        .build())
                .notificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                        .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                                .eventBridgeEnabled(true)
                                .build())
                        .build())
                .build();
        bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
        String arn = bucket.getAttrArn();
        String objects = arn + "/*";
        List<Object> statements = transport(arn, objects);
        statements.add(deny(
                "DenyOtherEncryption",
                UPLOADS,
                objects,
                Map.of("Null", Map.of(ENCRYPTION, false), "StringNotEquals", Map.of(ENCRYPTION, "aws:kms"))));
        statements.add(deny(
                "DenyOtherKmsKey",
                UPLOADS,
                objects,
                Map.of("Null", Map.of(KEY_ID, false), "ArnNotEquals", Map.of(KEY_ID, keyArn))));
        statements.add(deny(
                "DenyKmsWithoutKeyId",
                UPLOADS,
                objects,
                Map.of(
                        "StringEquals",
                        Map.of(ENCRYPTION, List.of("aws:kms", "aws:kms:dsse")),
                        "Null",
                        Map.of(KEY_ID, true))));
        policy(id + "BucketPolicy", bucket.getRef(), statements);
    }

    private String logBucketName() {
        if (logBucketName == null) {
            CfnBucket logs = common("SecureS3AccessLogsBucket", List.of(abort(), expireLogs()), sseS3())
                    .build();
            logs.applyRemovalPolicy(RemovalPolicy.RETAIN);
            String arn = logs.getAttrArn();
            String objects = arn + "/*";
            List<Object> statements = transport(arn, objects);
            statements.add(Map.of(
                    "Sid",
                    "AllowAccessLogDelivery",
                    "Effect",
                    "Allow",
                    "Principal",
                    Map.of("Service", "logging.s3.amazonaws.com"),
                    "Action",
                    "s3:PutObject",
                    "Resource",
                    objects,
                    "Condition",
                    Map.of(
                            "ArnLike", Map.of("aws:SourceArn", "arn:" + Aws.PARTITION + ":s3:::*"),
                            "StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))));
            logBucketName = logs.getRef();
            policy("SecureS3AccessLogsBucketPolicy", logBucketName, statements);
        }
        return logBucketName;
    }

    private CfnBucket.Builder common(
            String id, List<CfnBucket.RuleProperty> rules, CfnBucket.ServerSideEncryptionRuleProperty encryption) {
        return CfnBucket.Builder.create(stack, id)
                .publicAccessBlockConfiguration(CfnBucket.PublicAccessBlockConfigurationProperty.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build())
                .ownershipControls(CfnBucket.OwnershipControlsProperty.builder()
                        .rules(List.of(CfnBucket.OwnershipControlsRuleProperty.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build()))
                        .build())
                .versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder()
                        .status("Enabled")
                        .build())
                .lifecycleConfiguration(CfnBucket.LifecycleConfigurationProperty.builder()
                        .rules(rules)
                        .build())
                .bucketEncryption(CfnBucket.BucketEncryptionProperty.builder()
                        .serverSideEncryptionConfiguration(List.of(encryption))
                        .build());
    }

    private static CfnBucket.ServerSideEncryptionRuleProperty kms(String keyArn) {
        return CfnBucket.ServerSideEncryptionRuleProperty.builder()
                .bucketKeyEnabled(true)
                .blockedEncryptionTypes(noSseC())
                .serverSideEncryptionByDefault(CfnBucket.ServerSideEncryptionByDefaultProperty.builder()
                        .sseAlgorithm("aws:kms")
                        .kmsMasterKeyId(keyArn)
                        .build())
                .build();
    }

    private static CfnBucket.ServerSideEncryptionRuleProperty sseS3() {
        return CfnBucket.ServerSideEncryptionRuleProperty.builder()
                .blockedEncryptionTypes(noSseC())
                .serverSideEncryptionByDefault(CfnBucket.ServerSideEncryptionByDefaultProperty.builder()
                        .sseAlgorithm("AES256")
                        .build())
                .build();
    }

    private static CfnBucket.BlockedEncryptionTypesProperty noSseC() {
        return CfnBucket.BlockedEncryptionTypesProperty.builder()
                .encryptionType(List.of("SSE-C"))
                .build();
    }

    private static CfnBucket.RuleProperty abort() {
        return CfnBucket.RuleProperty.builder()
                .id("AbortIncompleteUploads")
                .status("Enabled")
                .abortIncompleteMultipartUpload(CfnBucket.AbortIncompleteMultipartUploadProperty.builder()
                        .daysAfterInitiation(7)
                        .build())
                .build();
    }

    private static CfnBucket.RuleProperty noncurrent() {
        return CfnBucket.RuleProperty.builder()
                .id("ExpireNoncurrentVersions")
                .status("Enabled")
                .expiredObjectDeleteMarker(true)
                .noncurrentVersionExpiration(CfnBucket.NoncurrentVersionExpirationProperty.builder()
                        .noncurrentDays(90)
                        .newerNoncurrentVersions(3)
                        .build())
                .build();
    }

    private static CfnBucket.RuleProperty expireLogs() {
        return CfnBucket.RuleProperty.builder()
                .id("ExpireAccessLogs")
                .status("Enabled")
                .expirationInDays(400)
                .noncurrentVersionExpiration(CfnBucket.NoncurrentVersionExpirationProperty.builder()
                        .noncurrentDays(30)
                        .build())
                .build();
    }

    private void policy(String id, String bucketName, List<Object> statements) {
        CfnBucketPolicy.Builder.create(stack, id)
                .bucket(bucketName)
                .policyDocument(document(statements))
                .build()
                .applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    private static Map<String, Object> document(List<?> statements) {
        return Map.of("Version", "2012-10-17", "Statement", statements);
    }

    private static List<Object> transport(String arn, String objects) {
        List<Object> statements = new ArrayList<>();
        List<String> both = List.of(arn, objects);
        statements.add(
                deny("DenyInsecureTransport", "s3:*", both, Map.of("Bool", Map.of("aws:SecureTransport", false))));
        statements.add(deny("DenyTlsBelow", "s3:*", both, Map.of("NumericLessThan", Map.of("s3:TlsVersion", 1.2))));
        statements.add(deny(
                "DenySseC",
                List.of("s3:PutObject", "s3:ReplicateObject"),
                objects,
                Map.of("Null", Map.of("s3:x-amz-server-side-encryption-customer-algorithm", false))));
        return statements;
    }

    private static Map<String, Object> deny(String sid, Object actions, Object resources, Map<String, ?> condition) {
        return Map.of(
                "Sid", sid,
                "Effect", "Deny",
                "Principal", "*",
                "Action", actions,
                "Resource", resources,
                "Condition", condition);
    }
}
