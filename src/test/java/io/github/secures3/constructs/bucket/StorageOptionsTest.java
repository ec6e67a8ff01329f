package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.passes;
import static io.github.secures3.constructs.bucket.Requests.OBJECT;
import static io.github.secures3.constructs.bucket.Requests.onObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** What a bucket does by choice, apart from the perimeters. */
class StorageOptionsTest {

    private static final String BYPASS = "s3:BypassGovernanceRetention";
    private static final String RECORDS_ROLE = "arn:aws:iam::111122223333:role/records";

    private static final SynthesizedTemplate TEMPLATE =
            Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                    .keyAlias("alias/storage/data")
                    .abortIncompleteUploadsAfterDays(2)
                    .expireNoncurrentVersionsAfterDays(365)
                    .noncurrentVersionsToKeep(10)
                    .lifecycleRules(List.of(LifecycleRule.builder()
                            .id("Archive")
                            .prefix("reports/")
                            .transitions(List.of(Transition.builder()
                                    .storageClass(StorageClass.GLACIER)
                                    .transitionAfter(Duration.days(90))
                                    .build()))
                            .expiration(Duration.days(400))
                            .build()))
                    .writeOnce(true)
                    .objectLock(ObjectLock.governance(30).bypassableBy(RECORDS_ROLE))
                    .cors(List.of(CorsRule.builder()
                            .allowedMethods(List.of(HttpMethods.GET))
                            .allowedOrigins(List.of("https://app.example.com"))
                            .build()))
                    .intelligentTiering(List.of(IntelligentTieringConfiguration.builder()
                            .name("archive")
                            .archiveAccessTierTime(Duration.days(90))
                            .build()))
                    .transferAcceleration(true)
                    .build());
    private static final PolicyDocument POLICY = TEMPLATE.bucketPolicy("Data");

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html */
    @Test
    void write_once_denies_uploads_without_if_none_match_but_not_the_parts_of_an_upload() {
        TestRequest upload = onObject("s3:PutObject").with("s3:ObjectCreationOperation", "true");
        denied(POLICY, upload);
        passes(POLICY, upload.with("s3:if-none-match", "*"));
        TestRequest part = onObject("s3:PutObject").with("s3:ObjectCreationOperation", "false");
        passes(POLICY, part);
        passes(
                POLICY,
                TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT)
                        .with("s3:ObjectCreationOperation", "true"));
        passes(POLICY, onObject("s3:ReplicateObject"));
        passes(defaults().bucketPolicy("Data"), upload);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html */
    @Test
    void object_lock_in_governance_mode_is_bypassed_by_the_named_principals_only() {
        assertThat(TEMPLATE.property("Data", "ObjectLockEnabled").asBoolean()).isTrue();
        assertThat(TEMPLATE.property("Data", "ObjectLockConfiguration").toString())
                .isEqualTo("{\"ObjectLockEnabled\":\"Enabled\",\"Rule\":{\"DefaultRetention\":{\"Days\":30,"
                        + "\"Mode\":\"GOVERNANCE\"}}}");
        denied(POLICY, onObject(BYPASS));
        passes(POLICY, TestRequest.byIdentity(RECORDS_ROLE, BYPASS, OBJECT));
        passes(POLICY, onObject("s3:PutObjectRetention"));
    }

    @Test
    void object_lock_in_compliance_mode_needs_no_statement_since_nobody_can_bypass_it() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .objectLock(ObjectLock.compliance(365))
                .build());
        assertThat(template.property("Data", "ObjectLockConfiguration")
                        .at("/Rule/DefaultRetention")
                        .toString())
                .isEqualTo("{\"Days\":365,\"Mode\":\"COMPLIANCE\"}");
        assertThat(template.bucketPolicy("Data")).isEqualTo(defaults().bucketPolicy("Data"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 36_501})
    void object_lock_refuses_days_out_of_range(int days) {
        assertThatThrownBy(() -> ObjectLock.governance(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the default retention of Object Lock is " + days + " days; give 1 to 36500");
    }

    @Test
    void object_lock_refuses_principals_that_could_not_bypass_it() {
        assertThatThrownBy(() -> ObjectLock.compliance(1).bypassableBy(RECORDS_ROLE))
                .hasMessage("nobody can bypass a compliance retention, so naming [" + RECORDS_ROLE
                        + "] has no effect; leave the principals out, or choose governance");
        assertThatThrownBy(() -> ObjectLock.governance(1).bypassableBy("records"))
                .hasMessage(
                        "'records' is no principal ARN; write the ARN of an IAM role or user; a role session counts as"
                                + " its role");
    }

    @Test
    void lifecycle_rules_of_the_user_stand_beside_the_default_ones() {
        JsonNode rules = TEMPLATE.property("Data", "LifecycleConfiguration").path("Rules");
        assertThat(rules.findValuesAsText("Id"))
                .containsExactly("AbortIncompleteUploads", "ExpireNoncurrentVersions", "Archive");
        assertThat(rules.at("/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isEqualTo(2);
        assertThat(rules.at("/1/NoncurrentVersionExpiration").toString())
                .isEqualTo("{\"NewerNoncurrentVersions\":10,\"NoncurrentDays\":365}");
        assertThat(rules.get(2).toString())
                .isEqualTo(
                        "{\"ExpirationInDays\":400,\"Id\":\"Archive\",\"Prefix\":\"reports/\",\"Status\":\"Enabled\","
                                + "\"Transitions\":[{\"StorageClass\":\"GLACIER\",\"TransitionInDays\":90}]}");
    }

    @Test
    void the_key_made_for_the_bucket_can_have_an_alias() {
        JsonNode alias =
                TEMPLATE.resources("AWS::KMS::Alias").values().iterator().next();
        assertThat(alias.at("/Properties/AliasName").asText()).isEqualTo("alias/storage/data");
    }

    @Test
    void web_pages_of_the_named_origins_may_call() {
        assertThat(TEMPLATE.property("Data", "CorsConfiguration").toString())
                .isEqualTo(
                        "{\"CorsRules\":[{\"AllowedMethods\":[\"GET\"],\"AllowedOrigins\":[\"https://app.example.com\"]}]}");
    }

    @Test
    void archive_tiers_and_transfer_acceleration_are_switched_on() {
        assertThat(TEMPLATE.property("Data", "IntelligentTieringConfigurations").toString())
                .isEqualTo("[{\"Id\":\"archive\",\"Status\":\"Enabled\","
                        + "\"Tierings\":[{\"AccessTier\":\"ARCHIVE_ACCESS\",\"Days\":90}]}]");
        assertThat(TEMPLATE.property("Data", "AccelerateConfiguration").toString())
                .isEqualTo("{\"AccelerationStatus\":\"Enabled\"}");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
    @Test
    void a_bucket_can_live_in_the_namespace_of_its_account_and_region() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .accountRegionalNamespace("data")
                .build());
        assertThat(template.property("Data", "BucketNamespace").asText()).isEqualTo("account-regional");
        assertThat(template.property("Data", "BucketNamePrefix").asText()).isEqualTo("data");
        assertThat(template.bucket("Data").path("Properties").has("BucketName")).isFalse();
    }

    @Test
    void two_buckets_can_share_a_key_of_the_user() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            Key key = Key.Builder.create(stack, "SharedKey").build();
            for (String id : List.of("Data", "More")) {
                SecureBucket bucket = SecureBucket.Builder.create(stack, id)
                        .encryptionKey(key)
                        .build();
                assertThat(bucket.getEncryptionKey()).isSameAs(key);
            }
        });
        assertThat(template.resources("AWS::KMS::Key")).hasSize(1);
        String shared = "arn:aws:kms:eu-west-1:111122223333:key/shared";
        for (String id : List.of("Data", "More")) {
            assertThat(template.property(id, "BucketEncryption")
                            .at("/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID")
                            .asText())
                    .isEqualTo(shared);
            TestRequest upload = onObject("s3:PutObject").to("arn:aws:s3:::" + id.toLowerCase(Locale.ROOT) + "/x");
            passes(template.bucketPolicy(id), upload.with(Requests.SSE_KEY, shared));
            denied(template.bucketPolicy(id), upload.with(Requests.SSE_KEY, Requests.KEY));
        }
    }

    @Test
    void a_bucket_can_have_a_name_and_statements_of_the_user() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .bucketName("company-data")
                .policyStatements(List.of(Statement.deny("DenyDeletion")
                        .everyone()
                        .actions("s3:DeleteBucket")
                        .resources("arn:aws:s3:::company-data")
                        .build()))
                .build());
        assertThat(template.property("Data", "BucketName").asText()).isEqualTo("company-data");
        denied(template.bucketPolicy("Data"), onObject("s3:DeleteBucket").to("arn:aws:s3:::company-data"));
        assertThat(template.bucketPolicy("Data").statements()).hasSize(7);
    }

    private static SynthesizedTemplate defaults() {
        return Synthesized.storage(stack -> new SecureBucket(stack, "Data"));
    }
}
