package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.TlsVersion;
import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** Stacks that several tests look at. */
final class SampleBuckets {

    private SampleBuckets() {}

    /** A bucket with every choice made, its inventories in a second one, and a role for each grant. */
    static void everything(Stack stack) {
        SecureBucket reports = SecureBucket.Builder.create(stack, "Reports")
                .allowWithoutEventBridge("nothing listens to reports")
                .build();
        SecureBucket data = SecureBucket.Builder.create(stack, "Data")
                .bucketName("company-data")
                .keyAlias("alias/company-data")
                .minimumTls(TlsVersion.TLS_1_3)
                .accessLogPrefix("company-data/")
                .abortIncompleteUploadsAfterDays(2)
                .expireNoncurrentVersionsAfterDays(365)
                .noncurrentVersionsToKeep(10)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("ExpireDrafts")
                        .prefix("drafts/")
                        .expiration(software.amazon.awscdk.Duration.days(30))
                        .build()))
                .organizationPerimeter("o-exampleorgid")
                .confusedDeputyProtection(new DenyConfusedDeputy("o-exampleorgid", List.of("111122223333")))
                .networkPerimeter(new NetworkPerimeter(
                        List.of("vpce-1a2b3c4d"),
                        List.of("vpc-11aa22bb"),
                        List.of("203.0.113.0/24"),
                        List.of("arn:aws:iam::111122223333:role/replication-data")))
                .maximumPresignedUrlAge(Duration.ofHours(1))
                .refuseUnsignedPayloads(new DenyUnsignedPayload(true))
                .writeOnce(true)
                .objectLock(ObjectLock.governance(30).bypassableBy("arn:aws:iam::111122223333:role/records"))
                .cors(List.of(CorsRule.builder()
                        .allowedMethods(List.of(HttpMethods.GET))
                        .allowedOrigins(List.of("https://app.example.com"))
                        .build()))
                .intelligentTiering(List.of(IntelligentTieringConfiguration.builder()
                        .name("archive")
                        .archiveAccessTierTime(software.amazon.awscdk.Duration.days(90))
                        .build()))
                .transferAcceleration(true)
                .inventory(BucketInventory.weekly("all", reports))
                .build();
        data.grantRead(role(stack, "Reader"), "reports/");
        data.grantWrite(role(stack, "Writer"), "reports/");
        data.grantAppendOnly(role(stack, "Recorder"));
        data.grantDelete(role(stack, "Cleaner"), "drafts/");
        data.grantReadWrite(role(stack, "Editor"));
    }

    /** One bucket for each default that can be switched off. */
    static void optOuts(Stack stack) {
        String reason = "shown in a golden template";
        optOut(stack, "DualLayer").encryptWithDualLayerKms(reason).build();
        optOut(stack, "ObjectKeys").allowWithoutBucketKey(reason).build();
        optOut(stack, "OtherKeys").allowUploadsUnderOtherKeys(reason).build();
        optOut(stack, "ClientKeys").allowSseC(reason).build();
        optOut(stack, "OldTls").allowTlsBelow12(reason).build();
        optOut(stack, "Unlogged").allowWithoutAccessLogs(reason).build();
        optOut(stack, "Unversioned").allowWithoutVersioning(reason).build();
        optOut(stack, "Hoarding").keepNoncurrentVersionsForever(reason).build();
        optOut(stack, "Littered").keepIncompleteUploads(reason).build();
        optOut(stack, "Silent").allowWithoutEventBridge(reason).build();
        optOut(stack, "Disposable").deleteWithStack(reason).build();
    }

    private static SecureBucket.Builder optOut(Stack stack, String id) {
        return SecureBucket.Builder.create(stack, id);
    }

    static Role role(Stack stack, String id) {
        return Role.Builder.create(stack, id)
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }
}
