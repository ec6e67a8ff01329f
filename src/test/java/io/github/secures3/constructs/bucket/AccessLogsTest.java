package io.github.secures3.constructs.bucket;

import static io.github.secures3.assertions.SecureS3Assertions.anyoneOf;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.assertions.Request;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
class AccessLogsTest {

    private static final String SHARED = "SecureS3AccessLogs";
    private static final String SOURCE_ACCOUNT = "aws:SourceAccount";
    private static final String SOURCE_ARN = "aws:SourceArn";

    private static final SynthesizedTemplate TWO = Synthesized.storage(stack -> {
        new SecureBucket(stack, "Data");
        new SecureBucket(stack, "More");
    });

    @Test
    void all_buckets_of_a_stack_share_one_log_bucket() {
        assertThat(TWO.resources("AWS::S3::Bucket")).hasSize(3);
        for (String source : List.of("Data", "More")) {
            assertThat(TWO.property(source, "LoggingConfiguration").toString())
                    .isEqualTo(
                            "{\"DestinationBucketName\":\"secures3accesslogs\",\"LogFilePrefix\":\"access-logs/\","
                                    + "\"TargetObjectKeyFormat\":{\"PartitionedPrefix\":{\"PartitionDateSource\":\"EventTime\"}}}");
        }
    }

    @Test
    void the_log_bucket_logs_nowhere_so_that_no_loop_arises() {
        assertThat(TWO.bucket(SHARED).path("Properties").has("LoggingConfiguration"))
                .isFalse();
    }

    @Test
    void the_log_bucket_uses_sse_s3_and_no_acl_and_is_as_closed_as_its_sources() {
        assertThat(TWO.property(SHARED, "BucketEncryption").toString())
                .isEqualTo(
                        "{\"ServerSideEncryptionConfiguration\":[{\"BlockedEncryptionTypes\":{\"EncryptionType\":[\"SSE-C\"]},"
                                + "\"ServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"AES256\"}}]}");
        assertThat(TWO.bucket(SHARED).path("Properties").has("AccessControl")).isFalse();
        assertThat(TWO.property(SHARED, "OwnershipControls")).isEqualTo(TWO.property("Data", "OwnershipControls"));
        assertThat(TWO.property(SHARED, "PublicAccessBlockConfiguration"))
                .isEqualTo(TWO.property("Data", "PublicAccessBlockConfiguration"));
        assertThat(TWO.property(SHARED, "VersioningConfiguration")
                        .path("Status")
                        .asText())
                .isEqualTo("Enabled");
        assertThat(TWO.bucket(SHARED).path("Properties").has("ObjectLockConfiguration"))
                .isFalse();
    }

    @Test
    void logs_are_deleted_after_400_days() {
        assertThat(TWO.property(SHARED, "LifecycleConfiguration").toString())
                .isEqualTo("{\"Rules\":[{\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7},"
                        + "\"Id\":\"AbortIncompleteUploads\",\"Status\":\"Enabled\"},"
                        + "{\"ExpirationInDays\":400,\"Id\":\"ExpireAccessLogs\","
                        + "\"NoncurrentVersionExpiration\":{\"NoncurrentDays\":30},\"Status\":\"Enabled\"}]}");
    }

    @Test
    void the_log_bucket_and_its_policy_are_kept_when_the_stack_goes() {
        for (JsonNode kept : List.of(TWO.bucket(SHARED), TWO.bucketPolicyResource(SHARED))) {
            assertThat(kept.path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(kept.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        }
    }

    @Test
    void the_logging_service_may_write_for_buckets_of_this_account_alone() {
        checkDelivery(TWO.estate(), SHARED, "access-logs/111122223333/eu-west-1/data/2026/11/24/x");
    }

    @Test
    void the_log_bucket_denies_plain_http_old_tls_and_sse_c_and_lets_nobody_else_in() {
        assertThat(template(TWO.estate()))
                .bucket(SHARED)
                .satisfies(
                        Invariants.noPlainHttp(),
                        Invariants.noTlsBelow("1.2"),
                        Invariants.noCustomerProvidedKeys(),
                        Invariants.nobodyOfAnotherAccount())
                .isNeverReadableBy(anyoneOf("services", "anonymous"));
    }

    @Test
    void a_log_bucket_of_another_stack_asks_for_the_same_conditions() {
        App app = Synthesized.app();
        Stack central = Synthesized.stack(app, "Central");
        AccessLogBucket logs = new AccessLogBucket(central, "Logs");
        Stack storage = Synthesized.stack(app, "Storage");
        SecureBucket data = SecureBucket.Builder.create(storage, "Data")
                .accessLogBucket(logs)
                .accessLogPrefix("storage/")
                .build();
        Synthesized synthesized = Synthesized.of(app);
        SynthesizedTemplate source = synthesized.template(storage);
        SynthesizedTemplate destination = synthesized.template(central);

        assertThat(data.getAccessLogBucket()).isSameAs(logs);
        assertThat(source.resources("AWS::S3::Bucket")).hasSize(1);
        assertThat(source.property("Data", "LoggingConfiguration")
                        .path("DestinationBucketName")
                        .asText())
                .isEqualTo("logs");
        assertThat(source.property("Data", "LoggingConfiguration")
                        .path("LogFilePrefix")
                        .asText())
                .isEqualTo("storage/");
        checkDelivery(destination.estate(), "Logs", "storage/x");
        assertThat(destination.text()).as("the log bucket depends on no source").doesNotContain("ImportValue");
    }

    @Test
    void a_log_bucket_can_have_a_name_and_another_retention_and_go_with_its_stack_for_a_reason() {
        SynthesizedTemplate template = Synthesized.storage(stack -> AccessLogBucket.Builder.create(stack, "Logs")
                .bucketName("central-logs")
                .expireLogsAfterDays(30)
                .deleteWithStack("a sandbox")
                .build());
        assertThat(template.property("Logs", "BucketName").asText()).isEqualTo("central-logs");
        assertThat(template.property("Logs", "LifecycleConfiguration")
                        .at("/Rules/1/ExpirationInDays")
                        .asInt())
                .isEqualTo(30);
        assertThat(template.bucket("Logs").path("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(template.bucket("Logs")
                        .at("/Metadata/SecureS3/OptOuts/deleteWithStack")
                        .asText())
                .isEqualTo("a sandbox");
    }

    @Test
    void a_log_bucket_can_live_in_the_namespace_of_the_account() {
        SynthesizedTemplate template = Synthesized.storage(stack -> AccessLogBucket.Builder.create(stack, "Logs")
                .accountRegionalNamespace("logs")
                .build());
        assertThat(template.property("Logs", "BucketNamespace").asText()).isEqualTo("account-regional");
        assertThat(template.property("Logs", "BucketNamePrefix").asText()).isEqualTo("logs");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_retention_below_a_day_is_refused(int days) {
        Refusals.refused(
                stack -> AccessLogBucket.Builder.create(stack, "Logs")
                        .expireLogsAfterDays(days)
                        .build(),
                "Storage/Logs: retention of access logs is " + days + " days; give 1 or more");
    }

    private static void checkDelivery(Estate estate, String bucket, String log) {
        Request write = request("s3:PutObject").on(log);
        Request delivery = delivered(write.by("logging.s3.amazonaws.com"));
        assertThat(template(estate))
                .bucket(bucket)
                .allows(delivery)
                .denies(
                        delivery.with(SOURCE_ACCOUNT, "444455556666"),
                        delivery.without(SOURCE_ACCOUNT),
                        delivery.without(SOURCE_ARN),
                        delivery.with(SOURCE_ARN, "arn:aws:sns:eu-west-1:111122223333:topic"),
                        delivery.overPlainHttp(),
                        delivered(request("s3:GetObject").on(log).by("logging.s3.amazonaws.com")),
                        delivered(request("s3:PutObjectAcl").on(log).by("logging.s3.amazonaws.com")),
                        delivered(request("s3:DeleteObject").on(log).by("logging.s3.amazonaws.com")),
                        delivered(write.by("cloudtrail.amazonaws.com")),
                        write.by(Requests.OTHER_ACCOUNT_ROLE));
    }

    private static Request delivered(Request request) {
        return request.with(SOURCE_ACCOUNT, "111122223333").with(SOURCE_ARN, Requests.BUCKET);
    }
}
