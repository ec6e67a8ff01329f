package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedEstate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/**
 * Both sides of a replication as the read side sees them: what the role and others may do by all policies together, those of the keys
 * included.
 *
 * <p>https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html
 */
class ReplicationReachTest {

    private static final String ROLE = "acme-data-replication";
    private static final String OTHER = "arn:aws:iam::111122223333:role/app/Writer";

    /** https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html */
    private static final Map<String, String> UNDER_THE_ALIAS = Map.of("kms:ResourceAliases", "alias/acme-copy");

    private static final Map<String, SynthesizedEstate> ESTATES = Map.of(
            "one account", estate(Copies.ACCOUNT, false),
            "two accounts", estate(Copies.OTHER_ACCOUNT, false),
            "the replica's half first", estate(Copies.OTHER_ACCOUNT, true));

    /** The two halves in one app, or in an order and by names as if each stood in a repository of its own. */
    private static SynthesizedEstate estate(String replicaAccount, boolean apart) {
        App app = Synthesized.app();
        Stack there = Synthesized.stack(app, "Copy", replicaAccount, Copies.FRANKFURT);
        Stack here = Synthesized.stack(app, "Storage", Copies.ACCOUNT, Copies.IRELAND);
        ReplicaBucket copy = ReplicaBucket.Builder.create(there, "Copy")
                .bucketName("acme-copy")
                .acceptReplicasFrom(ReplicationSource.of(Copies.ACCOUNT, "acme-data"))
                .build();
        ReplicaDestination destination =
                apart ? ReplicaDestination.named(replicaAccount, Copies.FRANKFURT, "acme-copy") : copy.asDestination();
        ReplicatedBucket.Builder.create(here, "Data")
                .bucketName("acme-data")
                .rule(ReplicationRule.to(destination, DeleteMarkers.REPLICATED, ReplicaModifications.SYNCED)
                        .withPrefix("reports/"))
                .allowWithoutLagAlarms("watched elsewhere")
                .build();
        return SynthesizedEstate.of(app);
    }

    private static SynthesizedEstate named(String name) {
        return Objects.requireNonNull(ESTATES.get(name), name);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetReplicationConfiguration, acme-data",
        "s3:ListBucket, acme-data",
        "s3:GetObjectVersionForReplication, acme-data/reports/a.csv",
        "s3:GetObjectVersionAcl, acme-data/reports/a.csv",
        "s3:GetObjectVersionTagging, acme-data/reports/a.csv",
        "s3:ReplicateObject, acme-copy/reports/a.csv",
        "s3:ReplicateDelete, acme-copy/reports/a.csv",
        "s3:ReplicateTags, acme-copy/reports/a.csv"
    })
    void the_role_may_do_what_replication_takes(String action, String resource) {
        ESTATES.forEach((name, estate) -> {
            Decision decision = estate.decide(ROLE, action, resource, UNDER_THE_ALIAS);
            assertThat(decision.isAllowed()).as("%s: %s", name, decision).isTrue();
        });
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html */
    @ParameterizedTest
    @CsvSource({"one account, false", "two accounts, true", "the replica's half first, true"})
    void replicas_are_handed_to_the_owner_of_their_bucket_across_accounts(String name, boolean expected) {
        Decision decision = named(name).decide(ROLE, "s3:ObjectOwnerOverrideToBucketOwner", "acme-copy/reports/a.csv");
        assertThat(decision.isAllowed()).as(decision.toString()).isEqualTo(expected);
    }

    /** S3 writes a replica under the key that the rule names, which is known by its alias, and under no other. */
    @Test
    void a_replica_under_another_key_is_not_written() {
        ESTATES.forEach((name, estate) -> {
            Decision decision = estate.decide(
                    ROLE,
                    "s3:ReplicateObject",
                    "acme-copy/reports/a.csv",
                    Map.of("kms:ResourceAliases", "alias/other"));
            assertThat(decision.outcome()).as("%s: %s", name, decision).isEqualTo(Outcome.IMPLICITLY_DENIED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, acme-data/reports/a.csv",
        "s3:GetObjectVersionForReplication, acme-data/secret/a.csv",
        "s3:PutObject, acme-data/reports/a.csv",
        "s3:DeleteObject, acme-data/reports/a.csv",
        "s3:ReplicateObject, acme-data/reports/a.csv",
        "s3:ReplicateObject, acme-copy/secret/a.csv",
        "s3:GetObject, acme-copy/reports/a.csv",
        "s3:PutObject, acme-copy/reports/a.csv",
        "s3:DeleteObjectVersion, acme-copy/reports/a.csv",
        "s3:PutBucketVersioning, acme-copy"
    })
    void the_role_may_do_nothing_else(String action, String resource) {
        ESTATES.forEach((name, estate) -> {
            Decision decision = estate.decide(ROLE, action, resource, UNDER_THE_ALIAS);
            assertThat(decision.outcome()).as("%s: %s", name, decision).isEqualTo(Outcome.IMPLICITLY_DENIED);
        });
    }

    /** Another role with every permission of its own account: the copy in another account stays out of its reach. */
    @ParameterizedTest
    @CsvSource({"s3:ReplicateObject", "s3:ReplicateDelete", "s3:GetObject", "s3:DeleteObjectVersion"})
    void whoever_takes_over_the_source_s_account_does_not_reach_a_copy_in_another(String action) {
        Decision decision = named("two accounts").decide(OTHER, action, "acme-copy/reports/a.csv");
        assertThat(decision.outcome()).as(decision.toString()).isEqualTo(Outcome.IMPLICITLY_DENIED);
    }
}
