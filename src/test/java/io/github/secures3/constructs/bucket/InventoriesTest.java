package io.github.secures3.constructs.bucket;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.notAllowed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html */
class InventoriesTest {

    private static final SynthesizedTemplate TEMPLATE = Synthesized.storage(stack -> {
        SecureBucket reports = new SecureBucket(stack, "Reports");
        SecureBucket.Builder.create(stack, "Data")
                .inventory(BucketInventory.weekly("all", reports))
                .inventory(new BucketInventory("new", reports, BucketInventory.Frequency.DAILY, "in/", true))
                .build();
        SecureBucket.Builder.create(stack, "More")
                .inventory(BucketInventory.daily("all", reports))
                .build();
    });

    @Test
    void reports_name_checksum_encryption_and_lock_of_each_version() {
        JsonNode inventory =
                TEMPLATE.property("Data", "InventoryConfigurations").get(0);
        assertThat(inventory.path("Id").asText()).isEqualTo("all");
        assertThat(inventory.path("Enabled").asBoolean()).isTrue();
        assertThat(inventory.path("ScheduleFrequency").asText()).isEqualTo("Weekly");
        assertThat(inventory.path("IncludedObjectVersions").asText()).isEqualTo("All");
        assertThat(inventory.has("Prefix")).isFalse();
        assertThat(inventory.path("OptionalFields"))
                .extracting(JsonNode::asText)
                .contains("ChecksumAlgorithm", "EncryptionStatus", "BucketKeyStatus", "ObjectLockMode");
        assertThat(inventory.path("Destination").toString())
                .isEqualTo(
                        "{\"BucketAccountId\":\"111122223333\",\"BucketArn\":\"arn:aws:s3:::reports\",\"Format\":\"Parquet\"}");
    }

    @Test
    void a_report_can_be_daily_on_current_versions_below_a_prefix() {
        JsonNode inventory =
                TEMPLATE.property("Data", "InventoryConfigurations").get(1);
        assertThat(inventory.path("ScheduleFrequency").asText()).isEqualTo("Daily");
        assertThat(inventory.path("IncludedObjectVersions").asText()).isEqualTo("Current");
        assertThat(inventory.path("Prefix").asText()).isEqualTo("in/");
    }

    @Test
    void s3_may_deliver_for_buckets_of_this_account_alone() {
        PolicyDocument policy = TEMPLATE.bucketPolicy("Reports");
        TestRequest delivery = byS3("s3:PutObject", "arn:aws:s3:::reports/data/all/x.parquet");
        allowed(policy, delivery);
        notAllowed(policy, delivery.with("aws:SourceAccount", "444455556666"));
        notAllowed(policy, delivery.without("aws:SourceAccount"));
        notAllowed(policy, delivery.without("aws:SourceArn"));
        notAllowed(policy, delivery.doing("s3:GetObject"));
        notAllowed(policy, delivery.with("aws:SecureTransport", "false"));
        notAllowed(policy, TestRequest.byIdentity(Requests.ROLE, "s3:PutObject", delivery.resource()));
    }

    @Test
    void s3_may_encrypt_the_reports_for_buckets_of_this_account_alone() {
        PolicyDocument policy = TEMPLATE.keyPolicy("Reports");
        TestRequest encryption = byS3("kms:GenerateDataKey", "arn:aws:kms:eu-west-1:111122223333:key/reports");
        allowed(policy, encryption);
        notAllowed(policy, encryption.with("aws:SourceAccount", "444455556666"));
        notAllowed(policy, encryption.without("aws:SourceArn"));
        notAllowed(policy, encryption.doing("kms:Decrypt"));
    }

    @Test
    void a_destination_is_opened_once_and_a_source_not_at_all() {
        assertThat(TEMPLATE.bucketPolicy("Reports").statements())
                .filteredOn(statement -> statement.effect() == Effect.ALLOW)
                .hasSize(1);
        assertThat(TEMPLATE.keyPolicy("Reports").statements()).hasSize(2);
        assertThat(TEMPLATE.bucketPolicy("Data").statements())
                .noneMatch(statement -> statement.effect() == Effect.ALLOW);
        assertThat(TEMPLATE.keyPolicy("Data").statements()).hasSize(1);
    }

    @Test
    void a_destination_with_an_imported_key_is_refused_each_time_and_stays_as_it_was() {
        String arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket reports = SecureBucket.Builder.create(stack, "Reports")
                .encryptionKey(Key.fromKeyArn(stack, "Imported", arn))
                .build();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> SecureBucket.Builder.create(stack, "Data")
                            .inventory(BucketInventory.weekly("all", reports))
                            .build())
                    .hasMessageStartingWith("Storage/Reports: the encryption key is imported, so its policy cannot be"
                            + " changed from here; its owner must add:\n{")
                    .hasMessageContaining("kms:GenerateDataKey")
                    .hasMessageContaining("aws:SourceAccount");
            assertThat(stack.getNode().tryFindChild("Data")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "all/"})
    void an_id_with_other_characters_is_refused(String id) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket reports = new SecureBucket(stack, "Reports");
        assertThatThrownBy(() -> BucketInventory.weekly(id, reports))
                .hasMessage("inventory id '" + id
                        + "' is not valid; use 1 to 64 letters, digits, periods, hyphens and underscores");
    }

    @Test
    void two_inventories_with_one_id_are_refused() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        SecureBucket reports = new SecureBucket(stack, "Reports");
        Refusals.refused(
                stack,
                () -> SecureBucket.Builder.create(stack, "Data")
                        .inventory(BucketInventory.weekly("all", reports))
                        .inventory(BucketInventory.daily("all", reports))
                        .build(),
                "Storage/Data: two inventories have the id 'all'; give each its own");
    }

    private static TestRequest byS3(String action, String resource) {
        return TestRequest.byService("s3.amazonaws.com", action, resource)
                .with("aws:SourceAccount", "111122223333")
                .with("aws:SourceArn", Requests.BUCKET);
    }
}
