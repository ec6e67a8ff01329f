package io.github.secures3.constructs.replication;

import static io.github.secures3.constructs.replication.RoleRequests.COPY;
import static io.github.secures3.constructs.replication.RoleRequests.DATA;
import static io.github.secures3.constructs.replication.RoleRequests.OBJECT;
import static io.github.secures3.constructs.replication.RoleRequests.OTHER_ROLE;
import static io.github.secures3.constructs.replication.RoleRequests.allowedKms;
import static io.github.secures3.constructs.replication.RoleRequests.allowedS3;
import static io.github.secures3.constructs.replication.RoleRequests.byRole;
import static io.github.secures3.constructs.replication.RoleRequests.decrypt;
import static io.github.secures3.constructs.replication.RoleRequests.encrypt;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.statements.DenyConfusedDeputy;
import io.github.secures3.policy.statements.DenyUnsignedPayload;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.requests.TestRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policies of the buckets and keys let the replication role do its work and open to nobody else.
 *
 * <p>https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
class BothSidesTest {

    private static final Copies ACROSS = Copies.acrossAccounts();
    private static final Copies FORTIFIED = fortifiedOnBothSides();

    @Test
    void the_replica_s_bucket_lets_the_role_write_replicas_and_nothing_else() {
        assertThat(allowedS3(ACROSS.replicaPolicy(), COPY + OBJECT))
                .containsExactly(
                        "s3:ObjectOwnerOverrideToBucketOwner",
                        "s3:ReplicateDelete",
                        "s3:ReplicateObject",
                        "s3:ReplicateTags");
        assertThat(allowedS3(ACROSS.replicaPolicy(), COPY)).isEmpty();
    }

    @Test
    void in_one_account_no_owner_is_overridden() {
        assertThat(allowedS3(Copies.inOneAccount().replicaPolicy(), COPY + OBJECT))
                .containsExactly("s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER_ROLE,
                "arn:aws:iam::111122223333:role/acme-data-replication-2",
                "arn:aws:iam::444455556666:role/acme-data-replication",
                "arn:aws:iam::123456789012:role/acme-data-replication"
            })
    void nobody_else_gets_in(String role) {
        TestRequest write = TestRequest.byIdentity(role, "s3:ReplicateObject", COPY + OBJECT);
        TestRequest encrypt = TestRequest.byIdentity(role, "kms:Encrypt", RoleRequests.REPLICA_KEY)
                .with("kms:ViaService", "s3.eu-central-1.amazonaws.com")
                .with("kms:EncryptionContext:aws:s3:arn", COPY);

        assertThat(TwoReadings.allows(ACROSS.replicaPolicy(), write)).isFalse();
        assertThat(openToSources(ACROSS.replicaKeyPolicy(), encrypt)).isFalse();
    }

    @Test
    void the_replica_s_key_is_used_for_replicas_only() {
        PolicyDocument key = onlySources(ACROSS.replicaKeyPolicy());

        assertThat(allowedKms(key, encrypt(COPY))).containsExactly("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
        assertThat(allowedKms(key, encrypt(COPY + OBJECT)))
                .containsExactly("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
        assertThat(allowedKms(key, encrypt(DATA))).isEmpty();
        assertThat(allowedKms(key, encrypt("arn:aws:s3:::acme-copy-2"))).isEmpty();
        assertThat(allowedKms(key, encrypt(COPY).with("kms:ViaService", "s3.eu-west-1.amazonaws.com")))
                .isEmpty();
        assertThat(allowedKms(key, encrypt(COPY).without("kms:ViaService"))).isEmpty();
    }

    @Test
    void the_source_s_key_is_used_for_reading_only() {
        PolicyDocument key = onlySources(ACROSS.sourceKeyPolicy());

        assertThat(allowedKms(key, decrypt(DATA))).containsExactly("kms:Decrypt");
        assertThat(allowedKms(key, decrypt(DATA + OBJECT))).containsExactly("kms:Decrypt");
        assertThat(allowedKms(key, decrypt("arn:aws:s3:::acme-data-2/a"))).isEmpty();
        assertThat(allowedKms(key, decrypt(DATA).with("kms:ViaService", "s3.eu-central-1.amazonaws.com")))
                .isEmpty();
    }

    /** Every choice of a secure bucket that denies something, on both sides. */
    private static SecureBucketProps.Builder fortified() {
        return SecureBucketProps.builder()
                .organizationPerimeter("o-exampleorgid")
                .confusedDeputyProtection(DenyConfusedDeputy.outsideOrganization("o-exampleorgid"))
                .networkPerimeter(
                        new NetworkPerimeter(List.of("vpce-1a2b3c4d"), List.of(), List.of("203.0.113.0/24"), List.of()))
                .maximumPresignedUrlAge(Duration.ofMinutes(15))
                .refuseUnsignedPayloads(new DenyUnsignedPayload())
                .writeOnce(true);
    }

    private static Copies fortifiedOnBothSides() {
        Copies.Plan plan = Copies.plan();
        plan.replicaAccount = Copies.OTHER_ACCOUNT;
        plan.bucket = fortified();
        plan.copy = fortified();
        return plan.synthesized();
    }

    @ParameterizedTest
    @CsvSource({
        "true, s3:GetReplicationConfiguration, ''",
        "true, s3:ListBucket, ''",
        "true, s3:GetObjectVersionForReplication, /a",
        "true, s3:GetObjectVersionAcl, /a",
        "true, s3:GetObjectVersionTagging, /a",
        "false, s3:ReplicateObject, /a",
        "false, s3:ReplicateDelete, /a",
        "false, s3:ReplicateTags, /a",
        "false, s3:ObjectOwnerOverrideToBucketOwner, /a"
    })
    void the_role_passes_every_perimeter_on_both_sides(boolean atSource, String action, String key) {
        PolicyDocument policy = atSource ? FORTIFIED.sourcePolicy() : FORTIFIED.replicaPolicy();
        TestRequest request = byRole(action, (atSource ? DATA : COPY) + key)
                .with("aws:PrincipalOrgID", "o-exampleorgid")
                .with("s3:authType", "REST-HEADER")
                .with("aws:SourceIp", "198.51.100.7");

        assertThat(TwoReadings.denies(policy, request)).isFalse();
        assertThat(TwoReadings.allows(policy, request)).isEqualTo(!atSource);
        assertThat(TwoReadings.denies(policy, request.with("aws:SecureTransport", "false")))
                .isTrue();
        assertThat(TwoReadings.denies(policy, request.with("aws:PrincipalOrgID", "o-someoneelse1")))
                .isTrue();
    }

    @Test
    void the_network_perimeter_still_holds_for_everyone_else() {
        TestRequest elsewhere = TestRequest.byIdentity(OTHER_ROLE, "s3:GetObject", DATA + OBJECT)
                .with("aws:PrincipalOrgID", "o-exampleorgid")
                .with("aws:SourceIp", "198.51.100.7");

        assertThat(TwoReadings.denies(FORTIFIED.sourcePolicy(), elsewhere)).isTrue();
        assertThat(TwoReadings.denies(FORTIFIED.replicaPolicy(), elsewhere.to(COPY + OBJECT)))
                .isTrue();
        assertThat(TwoReadings.denies(FORTIFIED.sourcePolicy(), elsewhere.with("aws:SourceIp", "203.0.113.9")))
                .isFalse();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html on SSE-C */
    @Test
    void replicas_under_a_key_that_a_client_brought_are_denied() {
        TestRequest replica = byRole("s3:ReplicateObject", COPY + OBJECT);

        assertThat(TwoReadings.allows(ACROSS.replicaPolicy(), replica)).isTrue();
        assertThat(TwoReadings.allows(
                        ACROSS.replicaPolicy(),
                        replica.with("s3:x-amz-server-side-encryption-customer-algorithm", "AES256")))
                .isFalse();
    }

    @Test
    void several_sources_share_one_statement() {
        Copies.Plan plan = Copies.plan();
        plan.replica = replica ->
                replica.acceptReplicasFrom(new ReplicationSource("444455556666", "partner-data", "PartnerReplication"));
        PolicyDocument policy = plan.synthesized().replicaPolicy();
        TestRequest partner = TestRequest.byIdentity(
                "arn:aws:iam::444455556666:role/PartnerReplication", "s3:ReplicateObject", COPY + OBJECT);

        assertThat(policy.statements())
                .filteredOn(s -> "AllowReplicas".equals(s.sid()))
                .hasSize(1);
        assertThat(TwoReadings.allows(policy, partner)).isTrue();
        assertThat(TwoReadings.allows(policy, byRole("s3:ReplicateObject", COPY + OBJECT)))
                .isTrue();
        assertThat(TwoReadings.allows(
                        policy,
                        TestRequest.byIdentity(
                                "arn:aws:iam::111122223333:role/PartnerReplication",
                                "s3:ReplicateObject",
                                COPY + OBJECT)))
                .isFalse();
    }

    /** The statement for the owner's identities is a matter of their own policies; this looks at what is open besides. */
    private static PolicyDocument onlySources(PolicyDocument keyPolicy) {
        return PolicyDocument.of(keyPolicy.statements().stream()
                .filter(statement -> !"AllowAccountIdentities".equals(statement.sid()))
                .toList());
    }

    private static boolean openToSources(PolicyDocument keyPolicy, TestRequest request) {
        return TwoReadings.allows(onlySources(keyPolicy), request);
    }
}
