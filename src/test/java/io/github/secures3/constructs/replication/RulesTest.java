package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html */
class RulesTest {

    private static final JsonNode DEFAULT = rule(rule -> rule);

    @Test
    void a_rule_takes_all_objects_to_the_replica_under_its_key() {
        assertThat(DEFAULT.path("Status").asText()).isEqualTo("Enabled");
        assertThat(DEFAULT.path("Filter").toString()).isEqualTo("{\"Prefix\":\"\"}");
        assertThat(DEFAULT.at("/Destination/Bucket").asText()).isEqualTo("arn:aws:s3:::acme-copy");
        assertThat(DEFAULT.at("/SourceSelectionCriteria/SseKmsEncryptedObjects/Status")
                        .asText())
                .isEqualTo("Enabled");
        assertThat(DEFAULT.at("/Destination/EncryptionConfiguration/ReplicaKmsKeyID")
                        .asText())
                .isEqualTo("arn:aws:kms:eu-central-1:111122223333:alias/acme-copy");
        assertThat(DEFAULT.at("/Destination/StorageClass").isMissingNode()).isTrue();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html */
    @Test
    void time_control_comes_with_metrics_and_both_can_be_left_out() {
        assertThat(DEFAULT.at("/Destination/ReplicationTime").toString())
                .isEqualTo("{\"Status\":\"Enabled\",\"Time\":{\"Minutes\":15}}");
        assertThat(DEFAULT.at("/Destination/Metrics").toString())
                .isEqualTo("{\"EventThreshold\":{\"Minutes\":15},\"Status\":\"Enabled\"}");

        JsonNode untimed = rule(rule -> rule.allowWithoutTimeControl("nightly batch"));
        assertThat(untimed.at("/Destination/ReplicationTime").isMissingNode()).isTrue();
        assertThat(untimed.at("/Destination/Metrics").toString()).isEqualTo("{\"Status\":\"Enabled\"}");

        JsonNode unmeasured = rule(rule -> rule.allowWithoutTimeControl("test").allowWithoutMetrics("test"));
        assertThat(unmeasured.at("/Destination/Metrics").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "REPLICATED, SYNCED, Enabled, Enabled",
        "REPLICATED, NOT_SYNCED, Enabled, Disabled",
        "NOT_REPLICATED, SYNCED, Disabled, Enabled",
        "NOT_REPLICATED, NOT_SYNCED, Disabled, Disabled"
    })
    void delete_markers_and_changes_of_replicas_are_written_out(
            DeleteMarkers markers, ReplicaModifications changes, String deleteMarkers, String modifications) {
        JsonNode rule = rule(given -> ReplicationRule.to(given.destination(), markers, changes));

        assertThat(rule.at("/DeleteMarkerReplication/Status").asText()).isEqualTo(deleteMarkers);
        assertThat(rule.at("/SourceSelectionCriteria/ReplicaModifications/Status")
                        .asText())
                .isEqualTo(modifications);
    }

    @Test
    void prefix_and_tags_are_joined() {
        JsonNode rule = rule(given -> ReplicationRule.to(
                        given.destination(), DeleteMarkers.NOT_REPLICATED, ReplicaModifications.SYNCED)
                .withId("red-reports")
                .withPriority(7)
                .withPrefix("reports/")
                .withTag("team", "red")
                .withTag("class", "audit"));

        assertThat(rule.path("Id").asText()).isEqualTo("red-reports");
        assertThat(rule.path("Priority").asInt()).isEqualTo(7);
        assertThat(rule.path("Filter").toString())
                .isEqualTo("{\"And\":{\"Prefix\":\"reports/\",\"TagFilters\":[{\"Key\":\"class\",\"Value\":\"audit\"},"
                        + "{\"Key\":\"team\",\"Value\":\"red\"}]}}");
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationdestination.html */
    @ParameterizedTest
    @EnumSource(ReplicaStorageClass.class)
    void replicas_can_have_a_storage_class_of_their_own(ReplicaStorageClass storageClass) {
        assertThat(rule(rule -> rule.withStorageClass(storageClass))
                        .at("/Destination/StorageClass")
                        .asText())
                .isEqualTo(storageClass.name());
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html */
    @Test
    void the_owner_is_overridden_across_accounts_only() {
        assertThat(DEFAULT.at("/Destination/AccessControlTranslation").isMissingNode())
                .isTrue();
        assertThat(DEFAULT.at("/Destination/Account").isMissingNode()).isTrue();

        JsonNode across = Copies.acrossAccounts().rules().path(0);
        assertThat(across.at("/Destination/AccessControlTranslation/Owner").asText())
                .isEqualTo("Destination");
        assertThat(across.at("/Destination/Account").asText()).isEqualTo("444455556666");
        assertThat(across.at("/Destination/EncryptionConfiguration/ReplicaKmsKeyID")
                        .asText())
                .isEqualTo("arn:aws:kms:eu-central-1:444455556666:alias/acme-copy");
    }

    @Test
    void several_destinations_each_get_a_rule_permissions_and_a_key() {
        Copies.Plan plan = Copies.plan();
        plan.source = source -> source.rule(ReplicationRule.to(
                                ReplicaDestination.named("444455556666", "us-east-1", "acme-vault")
                                        .withKeyAlias("alias/vault"),
                                DeleteMarkers.NOT_REPLICATED,
                                ReplicaModifications.NOT_SYNCED)
                        .withPriority(1)
                        .withPrefix("legal/"))
                .allowWithoutLagAlarms("watched elsewhere");
        Copies copies = plan.synthesized();

        assertThat(copies.rules())
                .extracting(rule -> rule.path("Id").asText())
                .containsExactly("to-acme-copy", "to-acme-vault");
        assertThat(copies.rolePolicy().statements())
                .extracting(statement -> statement.sid())
                .containsExactly(
                        "ReadReplicationConfiguration",
                        "ReadVersions",
                        "DecryptVersions",
                        "WriteReplicas",
                        "EncryptReplicas",
                        "WriteReplicas2",
                        "EncryptReplicas2");
        assertThat(RoleRequests.allowedS3(copies.rolePolicy(), "arn:aws:s3:::acme-vault/legal/a"))
                .containsExactly("s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags");
        assertThat(RoleRequests.allowedS3(copies.rolePolicy(), "arn:aws:s3:::acme-vault/other/a"))
                .isEmpty();
    }

    @Test
    void reasons_land_in_the_template_beside_those_of_the_bucket() {
        Copies.Plan plan = Copies.plan();
        plan.bucket.allowWithoutAccessLogs("logged by the trail");
        plan.rule = rule -> rule.allowWithoutTimeControl("nightly batch");
        plan.source = source -> source.allowWithoutLagAlarms("watched by the platform");

        assertThat(plan.synthesized()
                        .source()
                        .bucket("Data")
                        .at("/Metadata/SecureS3/OptOuts")
                        .toString())
                .isEqualTo("{\"allowWithoutAccessLogs\":\"logged by the trail\","
                        + "\"allowWithoutLagAlarms\":\"watched by the platform\","
                        + "\"allowWithoutTimeControl:to-acme-copy\":\"nightly batch\"}");
    }

    @Test
    void held_rules_leave_everything_else_in_place() {
        Copies.Plan plan = Copies.plan();
        plan.source = source -> source.holdRules(true);
        Copies copies = plan.synthesized();

        assertThat(copies.rules().isMissingNode()).isTrue();
        assertThat(copies.rolePolicy()).isEqualTo(Copies.inOneAccount().rolePolicy());
    }

    private static JsonNode rule(UnaryOperator<ReplicationRule> change) {
        Copies.Plan plan = Copies.plan();
        plan.rule = change;
        JsonNode rules = plan.synthesized().rules();
        assertThat(rules).hasSize(1);
        return rules.path(0);
    }
}
