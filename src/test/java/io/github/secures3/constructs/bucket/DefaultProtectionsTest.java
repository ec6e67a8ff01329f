package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.passes;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneBut;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static io.github.secures3.constructs.bucket.Requests.BUCKET;
import static io.github.secures3.constructs.bucket.Requests.KEY;
import static io.github.secures3.constructs.bucket.Requests.OBJECT;
import static io.github.secures3.constructs.bucket.Requests.OTHER_KEY;
import static io.github.secures3.constructs.bucket.Requests.SSE;
import static io.github.secures3.constructs.bucket.Requests.SSE_C;
import static io.github.secures3.constructs.bucket.Requests.SSE_KEY;
import static io.github.secures3.constructs.bucket.Requests.onBucket;
import static io.github.secures3.constructs.bucket.Requests.onObject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.assertions.Request;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.TlsVersion;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
class DefaultProtectionsTest {

    private static final SynthesizedTemplate TEMPLATE = Synthesized.storage(stack -> new SecureBucket(stack, "Data"));
    private static final PolicyDocument POLICY = TEMPLATE.bucketPolicy("Data");

    @Test
    void blocks_public_access_and_switches_acls_off() {
        JsonNode block = TEMPLATE.property("Data", "PublicAccessBlockConfiguration");
        assertThat(block).hasSize(4).allMatch(JsonNode::asBoolean);
        assertThat(TEMPLATE.property("Data", "OwnershipControls").toString())
                .isEqualTo("{\"Rules\":[{\"ObjectOwnership\":\"BucketOwnerEnforced\"}]}");
        assertThat(TEMPLATE.property("Data", "AccessControl").isMissingNode()).isTrue();
    }

    @Test
    void encrypts_under_a_rotated_key_of_its_own_with_a_bucket_key_and_blocks_sse_c() {
        assertThat(TEMPLATE.property("Data", "BucketEncryption").toString())
                .isEqualTo(
                        "{\"ServerSideEncryptionConfiguration\":[{\"BlockedEncryptionTypes\":{\"EncryptionType\":[\"SSE-C\"]},"
                                + "\"BucketKeyEnabled\":true,\"ServerSideEncryptionByDefault\":{\"KMSMasterKeyID\":\""
                                + KEY
                                + "\",\"SSEAlgorithm\":\"aws:kms\"}}]}");
        JsonNode key = TEMPLATE.key("Data").path("Properties");
        assertThat(key.path("EnableKeyRotation").asBoolean()).isTrue();
        assertThat(key.path("PendingWindowInDays").asInt()).isEqualTo(30);
        assertThat(TEMPLATE.resources("AWS::KMS::Alias")).isEmpty();
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
    @Test
    void leaves_the_key_to_the_identity_policies_of_the_account_alone() {
        List<Statement> statements = TEMPLATE.keyPolicy("Data").statements();
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).principals())
                .hasToString(Principals.of(Principal.aws("arn:aws:iam::111122223333:root"))
                        .toString());
    }

    @Test
    void keeps_versions_and_everything_when_the_stack_goes() {
        assertThat(TEMPLATE.property("Data", "VersioningConfiguration").toString())
                .isEqualTo("{\"Status\":\"Enabled\"}");
        for (JsonNode kept :
                List.of(TEMPLATE.bucket("Data"), TEMPLATE.bucketPolicyResource("Data"), TEMPLATE.key("Data"))) {
            assertThat(kept.path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(kept.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html */
    @Test
    void removes_incomplete_uploads_after_a_week_and_old_versions_after_90_days_but_keeps_three() {
        assertThat(TEMPLATE.property("Data", "LifecycleConfiguration").toString())
                .isEqualTo("{\"Rules\":[{\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7},"
                        + "\"Id\":\"AbortIncompleteUploads\",\"Status\":\"Enabled\"},"
                        + "{\"ExpiredObjectDeleteMarker\":true,\"Id\":\"ExpireNoncurrentVersions\","
                        + "\"NoncurrentVersionExpiration\":{\"NewerNoncurrentVersions\":3,\"NoncurrentDays\":90},"
                        + "\"Status\":\"Enabled\"}]}");
    }

    @Test
    void sends_events_to_eventbridge_without_a_custom_resource() {
        assertThat(TEMPLATE.property("Data", "NotificationConfiguration").toString())
                .isEqualTo("{\"EventBridgeConfiguration\":{\"EventBridgeEnabled\":true}}");
        assertThat(TEMPLATE.resources("Custom::S3BucketNotifications")).isEmpty();
    }

    @Test
    void makes_no_resource_beyond_bucket_policy_key_and_log_bucket_with_its_policy() {
        assertThat(TEMPLATE.root().path("Resources")).hasSize(5);
        assertThat(TEMPLATE.bucket("Data").has("Metadata")).isFalse();
    }

    /** Whatever callers ask, whatever their own policies allow, and whoever they are. */
    @Test
    void holds_what_every_bucket_should() {
        assertThat(template(TEMPLATE.estate()))
                .bucket("Data")
                .satisfies(
                        Invariants.noPlainHttp(),
                        Invariants.noTlsBelow("1.2"),
                        Invariants.noAnonymousAccess(),
                        Invariants.noAnonymousAccessEver(),
                        Invariants.nobodyOfAnotherAccount(),
                        Invariants.noCustomerProvidedKeys(),
                        Invariants.noOtherKey(null))
                .isNeverReadableBy(anyoneBut("owner"));
    }

    @Test
    void allows_nobody_anything_by_itself() {
        assertThat(POLICY.statements()).allMatch(statement -> statement.effect() == Effect.DENY);
    }

    @Test
    void carries_a_sid_of_its_own_on_each_statement() {
        assertThat(POLICY.statements())
                .extracting(Statement::sid)
                .containsExactly(
                        "DenyInsecureTransport",
                        "DenyTlsBelow",
                        "DenySseC",
                        "DenyOtherEncryption",
                        "DenyOtherKmsKey",
                        "DenyKmsWithoutKeyId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:GetObject",
                "s3:PutObject",
                "s3:DeleteObjectVersion",
                "s3:ListBucket",
                "s3:PutBucketPolicy",
                "s3:DeleteBucket",
                "s3:GetBucketAcl"
            })
    void denies_plain_http_to_every_action_on_bucket_and_objects(String action) {
        for (String resource : List.of(BUCKET, OBJECT)) {
            TestRequest https = onBucket(action).to(resource);
            passes(POLICY, https);
            denied(POLICY, https.with("aws:SecureTransport", "false").without("s3:TlsVersion"));
            denied(
                    POLICY,
                    TestRequest.byAnyone(action, resource)
                            .with("aws:SecureTransport", "false")
                            .without("s3:TlsVersion"));
            passes(POLICY, https.to(resource.replace("data", "data2")).with("aws:SecureTransport", "false"));
        }
    }

    /** Scanners look for this form: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5 */
    @Test
    void writes_the_condition_on_transport_as_a_json_boolean() {
        JsonNode statement = TEMPLATE.bucketPolicyResource("Data").at("/Properties/PolicyDocument/Statement/0");
        assertThat(statement.at("/Condition/Bool/aws:SecureTransport").isBoolean())
                .isTrue();
        assertThat(statement.path("Principal").asText()).isEqualTo("*");
        assertThat(statement.path("Resource").isArray()).isTrue();
    }

    @Test
    void lets_those_who_are_granted_it_read_and_write_as_sdks_do() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket data = new SecureBucket(stack, "Data");
            Role user = Role.Builder.create(stack, "User")
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            data.grantReadWrite(user, "reports/");
        });
        Request read = request("s3:GetObject").on("reports/a:b.csv").by("User");
        Request write = request("s3:PutObject").on("reports/a:b.csv").by("User");

        assertThat(template(template.estate()))
                .bucket("Data")
                .allows(read, read.overTls("1.2"), write, write.overTls("1.2"))
                .denies(
                        read.overTls("1.1"),
                        read.overTls("1.0"),
                        read.overPlainHttp(),
                        write.with(SSE_C, "AES256"),
                        write.with(SSE, "AES256"),
                        write.with(SSE, "aws:kms"),
                        read.on("a:b.csv"));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false",
                "aws:kms, own, false",
                "-, own, false",
                "aws:kms, other, true",
                "-, other, true",
                "aws:kms, -, true",
                "AES256, -, true",
                "AES256, own, true",
                "aws:kms:dsse, -, true",
                "aws:kms:dsse, own, true",
                "aws:kms:dsse, other, true"
            })
    void holds_uploads_and_changes_of_encryption_to_the_bucket_s_key(
            @Nullable String algorithm, @Nullable String key, boolean isDenied) {
        for (String action : List.of("s3:PutObject", "s3:UpdateObjectEncryption")) {
            TestRequest request = onObject(action);
            if (algorithm != null) {
                request = request.with(SSE, algorithm);
            }
            if (key != null) {
                request = request.with(SSE_KEY, key.equals("own") ? KEY : OTHER_KEY);
            }
            check(isDenied, request);
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html */
    @Test
    void lets_what_is_under_a_caller_s_key_be_read_and_no_more_be_written() {
        denied(POLICY, onObject("s3:ReplicateObject").with(SSE_C, "AES256"));
        passes(POLICY, onObject("s3:GetObject").with(SSE_C, "AES256"));
        passes(POLICY, onObject("s3:PutObject"));
    }

    @Test
    void lets_aws_services_and_other_accounts_pass_over_https_as_far_as_others_allow_them() {
        passes(POLICY, TestRequest.byService("s3.amazonaws.com", "s3:PutObject", OBJECT));
        passes(POLICY, TestRequest.byIdentity(Requests.OTHER_ACCOUNT_ROLE, "s3:GetObject", OBJECT));
    }

    @Test
    void demands_tls_1_3_by_choice() {
        PolicyDocument policy = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                        .minimumTls(TlsVersion.TLS_1_3)
                        .build())
                .bucketPolicy("Data");
        denied(policy, onObject("s3:GetObject").with("s3:TlsVersion", "1.2"));
        passes(policy, onObject("s3:GetObject").with("s3:TlsVersion", "1.3"));
    }

    private static void check(boolean isDenied, TestRequest request) {
        if (isDenied) {
            denied(POLICY, request);
        } else {
            passes(POLICY, request);
        }
    }
}
