package io.github.secures3.constructs.replication;

import static io.github.secures3.assertions.SecureS3Assertions.anyoneOf;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.assertions.Request;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.testing.Synthesized;
import java.util.List;
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
    private static final Invariant NO_DIRECT_READ = Invariant.never(
            "no-direct-read",
            "the role reads for replication alone",
            bucket -> List.of(Statement.deny("Asked")
                    .everyone()
                    .actions("s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTorrent", "s3:GetObjectVersionTorrent")
                    .when(Condition.of(Comparison.ARN_EQUALS, "aws:PrincipalArn", RoleRequests.ROLE))
                    .build()));

    private static final String OTHER = "arn:aws:iam::111122223333:role/app/Writer";

    /** https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html */
    private static final String ALIASES = "kms:ResourceAliases";

    private static final Map<String, Estate> ESTATES = Map.of(
            "one account", estate(Copies.ACCOUNT, false),
            "two accounts", estate(Copies.OTHER_ACCOUNT, false),
            "the replica's half first", estate(Copies.OTHER_ACCOUNT, true));

    /** The two halves in one app, or in an order and by names as if each stood in a repository of its own. */
    private static Estate estate(String replicaAccount, boolean apart) {
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
        return Synthesized.estate(app);
    }

    private static Estate named(String name) {
        return Objects.requireNonNull(ESTATES.get(name), name);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetReplicationConfiguration, acme-data, ''",
        "s3:ListBucket, acme-data, ''",
        "s3:GetObjectVersionForReplication, acme-data, reports/a.csv",
        "s3:GetObjectVersionAcl, acme-data, reports/a.csv",
        "s3:GetObjectVersionTagging, acme-data, reports/a.csv",
        "s3:ReplicateObject, acme-copy, reports/a.csv",
        "s3:ReplicateDelete, acme-copy, reports/a.csv",
        "s3:ReplicateTags, acme-copy, reports/a.csv"
    })
    void the_role_may_do_what_replication_takes(String action, String bucket, String key) {
        ESTATES.forEach((name, estate) -> assertThat(template(estate))
                .as(name)
                .bucket(bucket)
                .allows(request(action).on(key).by(ROLE).with(ALIASES, "alias/acme-copy")));
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html */
    @Test
    void replicas_are_handed_to_the_owner_of_their_bucket_across_accounts() {
        Request handOver = request("s3:ObjectOwnerOverrideToBucketOwner")
                .on("reports/a.csv")
                .by(ROLE)
                .without(ALIASES);
        assertThat(template(named("one account"))).bucket("acme-copy").denies(handOver);
        assertThat(template(named("two accounts"))).bucket("acme-copy").allows(handOver);
        assertThat(template(named("the replica's half first")))
                .bucket("acme-copy")
                .allows(handOver);
    }

    /** S3 writes a replica under the key that the rule names, which is known by its alias, and under no other. */
    @Test
    void a_replica_under_another_key_is_not_written() {
        Request replica = request("s3:ReplicateObject").on("reports/a.csv").by(ROLE);
        ESTATES.forEach((name, estate) ->
                assertThat(template(estate)).as(name).bucket("acme-copy").denies(replica.with(ALIASES, "alias/other")));
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, acme-data, reports/a.csv",
        "s3:GetObjectVersionForReplication, acme-data, secret/a.csv",
        "s3:PutObject, acme-data, reports/a.csv",
        "s3:DeleteObject, acme-data, reports/a.csv",
        "s3:ReplicateObject, acme-data, reports/a.csv",
        "s3:ReplicateObject, acme-copy, secret/a.csv",
        "s3:GetObject, acme-copy, reports/a.csv",
        "s3:PutObject, acme-copy, reports/a.csv",
        "s3:DeleteObjectVersion, acme-copy, reports/a.csv",
        "s3:PutBucketVersioning, acme-copy, ''"
    })
    void the_role_may_do_nothing_else(String action, String bucket, String key) {
        ESTATES.forEach((name, estate) -> assertThat(template(estate))
                .as(name)
                .bucket(bucket)
                .denies(request(action).on(key).by(ROLE).with(ALIASES, "alias/acme-copy")));
    }

    @Test
    void the_role_reads_nothing_but_for_replication_whatever_it_asks() {
        ESTATES.forEach((name, estate) -> {
            assertThat(template(estate)).as(name).bucket("acme-data").satisfies(NO_DIRECT_READ);
            assertThat(template(estate)).as(name).bucket("acme-copy").isNeverReadableBy(anyoneOf(ROLE));
        });
    }

    /** Whoever has every permission of the data's account: the copy in another account stays out of reach. */
    @ParameterizedTest
    @CsvSource({"s3:ReplicateObject", "s3:ReplicateDelete", "s3:GetObject", "s3:DeleteObjectVersion"})
    void whoever_takes_over_the_source_s_account_does_not_reach_a_copy_in_another(String action) {
        assertThat(template(named("two accounts")))
                .bucket("acme-copy")
                .denies(request(action).on("reports/a.csv").by(OTHER))
                .isNeverReadableBy(anyoneOf(Copies.ACCOUNT));
    }
}
