package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.AllowAccountIdentities;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.TlsVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** Stacks that stand for the ways of using a bucket, by name; each is pinned by a golden template. */
final class BucketCases {

    private static final Map<String, Consumer<Stack>> CASES = new TreeMap<>(Map.of(
            "default", stack -> new SecureBucket(stack, "Data"),
            "everything-on", BucketCases::everythingOn,
            "sse-s3",
                    stack -> SecureBucket.Builder.create(stack, "Data")
                            .allowWithoutKms("public website assets")
                            .build(),
            "dual-layer",
                    stack -> SecureBucket.Builder.create(stack, "Data")
                            .encryptWithDualLayerKms("a regulator asks for it")
                            .build(),
            "own-key-and-logs", BucketCases::ownKeyAndLogs,
            "account-regional",
                    stack -> SecureBucket.Builder.create(stack, "Data")
                            .accountRegionalNamespace("data")
                            .build(),
            "deleted-with-stack",
                    stack -> SecureBucket.Builder.create(stack, "Data")
                            .deleteWithStack("a test stack")
                            .build(),
            "inventory", BucketCases::inventory));

    private BucketCases() {}

    static Set<String> names() {
        return CASES.keySet();
    }

    static void make(String name, Stack stack) {
        Objects.requireNonNull(CASES.get(name), name).accept(stack);
    }

    private static void everythingOn(Stack stack) {
        SecureBucket.Builder.create(stack, "Data")
                .bucketName("orders-data")
                .keyAlias("orders")
                .minimumTls(TlsVersion.TLS_1_3)
                .organizationPerimeter("o-exampleorgid")
                .confusedDeputyProtection(DenyConfusedDeputy.outsideOrganization("o-exampleorgid"))
                .networkPerimeter(new NetworkPerimeter(
                        List.of("vpce-1a2b3c4d"),
                        List.of("vpc-1a2b3c4d"),
                        List.of("203.0.113.0/24"),
                        List.of("arn:aws:iam::111122223333:role/Replication")))
                .maximumPresignedUrlAge(Duration.ofMinutes(15))
                .refuseUnsignedPayloads(new DenyUnsignedPayload())
                .writeOnce(true)
                .objectLock(ObjectLock.governance(30).bypassableBy("arn:aws:iam::111122223333:role/Custodian"))
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("ExpireDrafts")
                        .prefix("drafts/")
                        .expiration(DefaultLifecycle.days(14))
                        .build()))
                .cors(List.of(CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.GET))
                        .allowedOrigins(List.of("https://www.example.com"))
                        .build()))
                .intelligentTiering(List.of(IntelligentTieringConfiguration.builder()
                        .name("archive")
                        .archiveAccessTierTime(DefaultLifecycle.days(90))
                        .build()))
                .build();
    }

    private static void ownKeyAndLogs(Stack stack) {
        AccessLogBucket logs = AccessLogBucket.Builder.create(stack, "Logs")
                .expireLogsAfterDays(730)
                .build();
        // The policy that the CDK writes by itself depends on a flag.
        Key shared = Key.Builder.create(stack, "Shared")
                .policy(BucketPolicies.document(
                        List.of(new AllowAccountIdentities(Aws.PARTITION, Aws.ACCOUNT_ID).statement())))
                .build();
        SecureBucket.Builder.create(stack, "Data")
                .encryptionKey(shared)
                .accessLogBucket(logs)
                .accessLogPrefix("data/")
                .build();
    }

    private static void inventory(Stack stack) {
        SecureBucket reports = new SecureBucket(stack, "Reports");
        SecureBucket.Builder.create(stack, "Data")
                .inventory(BucketInventory.weekly("all-objects", reports))
                .build();
    }
}
