package io.github.secures3.constructs.replication;

import static io.github.secures3.constructs.replication.RoleRequests.COPY;
import static io.github.secures3.constructs.replication.RoleRequests.DATA;
import static io.github.secures3.constructs.replication.RoleRequests.OBJECT;
import static io.github.secures3.constructs.replication.RoleRequests.REPLICA_KEY;
import static io.github.secures3.constructs.replication.RoleRequests.SOURCE_KEY;
import static io.github.secures3.constructs.replication.RoleRequests.allowedKms;
import static io.github.secures3.constructs.replication.RoleRequests.allowedS3;
import static io.github.secures3.constructs.replication.RoleRequests.decrypt;
import static io.github.secures3.constructs.replication.RoleRequests.encrypt;
import static io.github.secures3.constructs.replication.RoleRequests.onKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.constructs.bucket.ObjectLock;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.requests.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
class ReplicationRoleTest {

    private static final Copies COPIES = Copies.inOneAccount();
    private static final PolicyDocument ROLE = COPIES.rolePolicy();

    @Test
    void may_do_exactly_what_replication_needs_of_all_that_s3_knows() {
        assertThat(allowedS3(ROLE, DATA)).containsExactly("s3:GetReplicationConfiguration", "s3:ListBucket");
        assertThat(allowedS3(ROLE, DATA + OBJECT))
                .containsExactly(
                        "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging");
        assertThat(allowedS3(ROLE, COPY)).isEmpty();
        assertThat(allowedS3(ROLE, COPY + OBJECT))
                .containsExactly("s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:::acme-data-2", "arn:aws:s3:::acme-copy-2", "arn:aws:s3:::acme"})
    void may_do_nothing_with_other_buckets(String bucket) {
        assertThat(allowedS3(ROLE, bucket)).isEmpty();
        assertThat(allowedS3(ROLE, bucket + OBJECT)).isEmpty();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html */
    @Test
    void hands_replicas_to_the_owner_of_their_bucket_across_accounts_only() {
        PolicyDocument across = Copies.acrossAccounts().rolePolicy();

        assertThat(allowedS3(across, COPY + OBJECT))
                .containsExactly(
                        "s3:ObjectOwnerOverrideToBucketOwner",
                        "s3:ReplicateDelete",
                        "s3:ReplicateObject",
                        "s3:ReplicateTags");
        assertThat(allowedS3(across, DATA + OBJECT)).isEqualTo(allowedS3(ROLE, DATA + OBJECT));
    }

    @Test
    void cannot_replicate_delete_markers_that_no_rule_replicates() {
        Copies.Plan plan = Copies.plan();
        plan.deleteMarkers = DeleteMarkers.NOT_REPLICATED;

        assertThat(allowedS3(plan.synthesized().rolePolicy(), COPY + OBJECT))
                .containsExactly("s3:ReplicateObject", "s3:ReplicateTags");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html#object-lock-managing-replication */
    @Test
    void reads_retention_and_legal_holds_where_object_lock_is_on() {
        Copies.Plan plan = Copies.plan();
        plan.bucket.objectLock(ObjectLock.governance(30));
        plan.copy.objectLock(ObjectLock.governance(30));

        assertThat(allowedS3(plan.synthesized().rolePolicy(), DATA + OBJECT))
                .containsExactly(
                        "s3:GetObjectLegalHold",
                        "s3:GetObjectRetention",
                        "s3:GetObjectVersionAcl",
                        "s3:GetObjectVersionForReplication",
                        "s3:GetObjectVersionTagging");
    }

    @Test
    void uses_each_key_for_its_side_alone() {
        assertThat(allowedKms(ROLE, decrypt(DATA))).containsExactly("kms:Decrypt");
        assertThat(allowedKms(ROLE, encrypt(COPY)))
                .containsExactly("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
    }

    /** With an S3 Bucket Key the context is the bucket's ARN, without one the object's; neighbours have names that start alike. */
    @ParameterizedTest
    @CsvSource({
        "eu-west-1, arn:aws:s3:::acme-data, true",
        "eu-west-1, arn:aws:s3:::acme-data/reports/a.csv, true",
        "eu-west-1, arn:aws:s3:::acme-data-2, false",
        "eu-west-1, arn:aws:s3:::acme-data-2/reports/a.csv, false",
        "eu-west-1, arn:aws:s3:::acme-copy, false",
        "eu-central-1, arn:aws:s3:::acme-data, false"
    })
    void decrypts_through_s3_in_the_bucket_s_region_and_context_only(String region, String context, boolean expected) {
        assertThat(TwoReadings.allows(ROLE, onKey("kms:Decrypt", SOURCE_KEY, region, context)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, arn:aws:s3:::acme-copy, true",
        "eu-central-1, arn:aws:s3:::acme-copy/reports/a.csv, true",
        "eu-central-1, arn:aws:s3:::acme-copy-2, false",
        "eu-central-1, arn:aws:s3:::acme-copy-2/reports/a.csv, false",
        "eu-central-1, arn:aws:s3:::acme-data, false",
        "eu-west-1, arn:aws:s3:::acme-copy, false"
    })
    void encrypts_through_s3_in_the_replica_s_region_and_context_only(String region, String context, boolean expected) {
        assertThat(TwoReadings.allows(ROLE, onKey("kms:Encrypt", REPLICA_KEY, region, context)))
                .isEqualTo(expected);
    }

    @Test
    void uses_no_key_directly_and_none_without_a_context() {
        assertThat(TwoReadings.allows(ROLE, decrypt(DATA).without("kms:ViaService")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, decrypt(DATA).without("kms:EncryptionContext:aws:s3:arn")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, encrypt(COPY).without("kms:ViaService")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, encrypt(COPY).without("kms:EncryptionContext:aws:s3:arn")))
                .isFalse();
    }

    /** https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html */
    @Test
    void reaches_only_the_replica_key_with_the_alias() {
        TestRequest request = encrypt(COPY);

        assertThat(TwoReadings.allows(ROLE, request.with("kms:ResourceAliases", "alias/other", "alias/acme-copy")))
                .isTrue();
        assertThat(TwoReadings.allows(ROLE, request.with("kms:ResourceAliases", "alias/other")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, request.without("kms:ResourceAliases")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, request.to("arn:aws:kms:eu-central-1:444455556666:key/copybucket")))
                .isFalse();
        assertThat(TwoReadings.allows(ROLE, request.to("arn:aws:kms:eu-west-1:111122223333:key/copybucket")))
                .isFalse();
    }

    @Test
    void reaches_a_key_that_is_named_by_its_arn_and_no_other() {
        Copies.Plan plan = Copies.plan();
        String named = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        plan.rule = rule -> ReplicationRule.to(
                ReplicaDestination.named("111122223333", "eu-central-1", "acme-copy")
                        .withKeyArn(named),
                DeleteMarkers.REPLICATED,
                ReplicaModifications.NOT_SYNCED);
        plan.source = source -> source.allowWithoutLagAlarms("watched elsewhere");
        Copies copies = plan.synthesized();
        TestRequest request = encrypt(COPY).to(named).without("kms:ResourceAliases");

        assertThat(TwoReadings.allows(copies.rolePolicy(), request)).isTrue();
        assertThat(TwoReadings.allows(copies.rolePolicy(), request.to(REPLICA_KEY)))
                .isFalse();
        assertThat(copies.rules()
                        .at("/0/Destination/EncryptionConfiguration/ReplicaKmsKeyID")
                        .asText())
                .isEqualTo(named);
    }

    @Test
    void stays_below_the_prefixes_of_the_rules() {
        Copies.Plan plan = Copies.plan();
        plan.rule = rule -> rule.withPrefix("reports/");
        PolicyDocument role = plan.synthesized().rolePolicy();

        assertThat(allowedS3(role, DATA + "/reports/a")).hasSize(3);
        assertThat(allowedS3(role, COPY + "/reports/a")).hasSize(3);
        assertThat(allowedS3(role, DATA + "/report")).isEmpty();
        assertThat(allowedS3(role, COPY + "/secret/a")).isEmpty();
        assertThat(TwoReadings.allows(role, decrypt(DATA))).isTrue();
        assertThat(TwoReadings.allows(role, decrypt(DATA + "/reports/a"))).isTrue();
        assertThat(TwoReadings.allows(role, decrypt(DATA + "/secret/a"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*b/", "a?b/", "${aws:username}/"})
    void reads_no_prefix_as_a_wildcard(String prefix) {
        Copies.Plan plan = Copies.plan();
        plan.rule = rule -> rule.withPrefix(prefix);

        assertThat(allowedS3(plan.synthesized().rolePolicy(), DATA + "/" + prefix + "x"))
                .hasSize(3);
    }

    @Test
    void needs_no_key_where_both_sides_go_without_kms() {
        Copies.Plan plan = Copies.plan();
        plan.bucket.allowWithoutKms("public data");
        plan.copy.allowWithoutKms("public data");
        Copies copies = plan.synthesized();

        assertThat(copies.rolePolicy().statements())
                .extracting(statement -> statement.sid())
                .containsExactly("ReadReplicationConfiguration", "ReadVersions", "WriteReplicas");
        assertThat(copies.rules().at("/0/Destination/EncryptionConfiguration").isMissingNode())
                .isTrue();
        assertThat(copies.rules()
                        .at("/0/SourceSelectionCriteria/SseKmsEncryptedObjects")
                        .isMissingNode())
                .isTrue();
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
    @ParameterizedTest
    @CsvSource({
        "s3.amazonaws.com, 111122223333, arn:aws:s3:::acme-data, true",
        "s3.amazonaws.com, 444455556666, arn:aws:s3:::acme-data, false",
        "s3.amazonaws.com, 111122223333, arn:aws:s3:::acme-data-2, false",
        "batchoperations.s3.amazonaws.com, 111122223333, arn:aws:s3:::acme-data, false",
        "lambda.amazonaws.com, 111122223333, arn:aws:s3:::acme-data, false"
    })
    void is_taken_by_s3_for_this_bucket_alone(String service, String account, String source, boolean expected) {
        TestRequest request = TestRequest.byService(service, "sts:AssumeRole", RoleRequests.ROLE)
                .with("aws:SourceAccount", account)
                .with("aws:SourceArn", source);

        assertThat(TwoReadings.allows(COPIES.trust(), request)).isEqualTo(expected);
        assertThat(TwoReadings.allows(COPIES.trust(), request.without("aws:SourceArn")))
                .isFalse();
        assertThat(TwoReadings.allows(COPIES.trust(), request.without("aws:SourceAccount")))
                .isFalse();
    }

    @Test
    void is_kept_with_its_bucket() {
        assertThat(COPIES.role().path("DeletionPolicy").asText()).isEqualTo("Retain");

        Copies.Plan plan = Copies.plan();
        plan.bucket.deleteWithStack("test data");
        assertThat(plan.synthesized().role().path("DeletionPolicy").isMissingNode())
                .isTrue();
    }
}
