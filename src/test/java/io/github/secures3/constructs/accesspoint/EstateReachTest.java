package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.assertions.SecureS3Assertions.anyoneOf;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.assertions.BucketAssert;
import io.github.secures3.assertions.Request;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.constructs.replication.DeleteMarkers;
import io.github.secures3.constructs.replication.ReplicaDestination;
import io.github.secures3.constructs.replication.ReplicaModifications;
import io.github.secures3.constructs.replication.ReplicatedBucket;
import io.github.secures3.constructs.replication.ReplicationRule;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedEstate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * Stacks of several accounts as the read side sees them: what roles reach by the policies of bucket, key, point and their own together.
 *
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-cross-account.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
class EstateReachTest {

    private static final String PLATFORM = "111122223333";
    private static final String PARTNER = "444455556666";
    private static final String KEYS = "arn:aws:kms:eu-west-1:111122223333:key/*";

    /** A bucket of one account, with an application's point and role in each of two. */
    private static final SynthesizedEstate TEAMS = teams();

    /** One set whose points belong to two accounts, with a reader in each. */
    private static final SynthesizedEstate SET = set();

    private static SynthesizedEstate teams() {
        App app = Synthesized.app();
        Stack platform = Synthesized.stack(app, "Platform", PLATFORM, "eu-west-1");
        AccessPointSet.Builder.create(platform, "Points")
                .bucket(bucket(platform))
                .delegateTo(PLATFORM, PARTNER)
                .closeDirectAccess(DirectAccessExemptions.none())
                .build();
        application(Synthesized.stack(app, "Near", PLATFORM, "eu-west-1"), "near");
        application(Synthesized.stack(app, "Far", PARTNER, "eu-west-1"), "far");
        return SynthesizedEstate.of(app);
    }

    private static void application(Stack stack, String name) {
        ApplicationAccessPoint.Builder.create(stack, "Point")
                .bucketName("data")
                .bucketAccountId(PLATFORM)
                .encryptionKeyArn(KEYS)
                .accessPoint(AccessPoint.Builder.create(name)
                        .readers("team1/", role(stack, name + "-reader"))
                        .build())
                .build();
        role(stack, name + "-stranger");
    }

    private static SynthesizedEstate set() {
        App app = Synthesized.app();
        Stack platform = Synthesized.stack(app, "Platform", PLATFORM, "eu-west-1");
        Stack roles = Synthesized.stack(app, "Roles", PARTNER, "eu-west-1");
        AccessPointSet.Builder.create(platform, "Points")
                .bucket(bucket(platform))
                .accessPoint(AccessPoint.Builder.create("own")
                        .readers("team1/", role(platform, "own-reader"), role(roles, "partner-reader"))
                        .build())
                .accessPoint(AccessPoint.Builder.create("partner")
                        .ownerAccount(PARTNER)
                        .writers("in/", role(roles, "partner-writer"), role(platform, "own-writer"))
                        .build())
                .spread(AccessPointSpread.stacks(1))
                .build();
        return SynthesizedEstate.of(app);
    }

    private static SecureBucket bucket(Stack stack) {
        return SecureBucket.Builder.create(stack, "Data").bucketName("data").build();
    }

    private static Role role(Stack stack, String name) {
        return Role.Builder.create(stack, name)
                .roleName(name)
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"near", "far"})
    void an_application_reads_its_prefix_through_its_own_point(String name) {
        Request read = request("s3:GetObject").on("team1/a.csv").by(name + "-reader");
        Request list = request("s3:ListBucket").by(name + "-reader").through(name);

        assertThat(template(TEAMS.estate()))
                .bucket("data")
                .allows(read.through(name), list.with("s3:prefix", "team1/"))
                .denies(
                        read.on("team10/a.csv").through(name),
                        list.with("s3:prefix", "team10/"),
                        request("s3:PutObject")
                                .on("team1/a.csv")
                                .by(name + "-reader")
                                .through(name),
                        read,
                        read.by(name + "-stranger").through(name));
    }

    @Test
    void an_application_does_not_get_through_the_point_of_another() {
        Request read = request("s3:GetObject").on("team1/a.csv");

        assertThat(template(TEAMS.estate()))
                .bucket("data")
                .denies(
                        read.by("near-reader").through("far"),
                        read.by("far-reader").through("near"));
    }

    /** Direct access is closed, so that whoever is no application reads nothing at all, whatever they ask. */
    @Test
    void strangers_read_nothing_by_any_way() {
        assertThat(template(TEAMS.estate()))
                .bucket("data")
                .isNeverReadableBy(anyoneOf("near-stranger", "far-stranger"));
    }

    /** Between accounts no policy of the bucket's account suffices; within one a role's own policy would say more than it must. */
    @Test
    void a_role_s_own_policy_allows_the_access_where_the_bucket_lies_in_another_account() {
        assertThat(own(TEAMS.decide("far-reader", "s3:GetObject", "far/team1/a.csv")))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(own(TEAMS.decide("far-reader", "s3:GetObject", "far/team10/a.csv")))
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(own(TEAMS.decide("far-reader", "s3:PutObject", "far/team1/a.csv")))
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(own(TEAMS.decide("near-reader", "s3:GetObject", "near/team1/a.csv")))
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
    }

    @Test
    void a_set_gives_each_role_what_its_account_and_those_of_point_and_bucket_ask_for() {
        Request read = request("s3:GetObject").on("team1/a.csv").through("own");
        Request write = request("s3:PutObject").on("in/a.csv").through("partner");

        assertThat(template(SET.estate()))
                .bucket("data")
                .allows(
                        read.by("own-reader"),
                        read.by("partner-reader"),
                        write.by("partner-writer"),
                        write.by("own-writer"))
                .denies(
                        read.on("team10/a.csv").by("partner-reader"),
                        request("s3:GetObject")
                                .on("in/a.csv")
                                .through("partner")
                                .by("partner-writer"));

        assertThat(own(SET.decide("own-reader", "s3:GetObject", "own/team1/a.csv")))
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(own(SET.decide("partner-reader", "s3:GetObject", "own/team1/a.csv")))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(own(SET.decide("partner-writer", "s3:PutObject", "partner/in/a.csv")))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(own(SET.decide("own-writer", "s3:PutObject", "partner/in/a.csv")))
                .isEqualTo(Outcome.ALLOWED);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
    @Test
    void closed_direct_access_lets_the_role_of_a_replication_work() {
        String replication = "arn:aws:iam::111122223333:role/data-replication";
        for (boolean exempt : new boolean[] {true, false}) {
            App app = Synthesized.app();
            Stack stack = Synthesized.stack(app, "Platform", PLATFORM, "eu-west-1");
            ReplicatedBucket data = ReplicatedBucket.Builder.create(stack, "Data")
                    .bucketName("data")
                    .rule(ReplicationRule.to(
                            ReplicaDestination.named(PARTNER, "eu-central-1", "copy"),
                            DeleteMarkers.REPLICATED,
                            ReplicaModifications.NOT_SYNCED))
                    .allowWithoutLagAlarms("watched elsewhere")
                    .build();
            AccessPointSet.Builder.create(stack, "Points")
                    .bucket(data.getSecureBucket())
                    .delegateTo(PLATFORM)
                    .closeDirectAccess(
                            exempt
                                    ? DirectAccessExemptions.builder()
                                            .replication(replication)
                                            .build()
                                    : DirectAccessExemptions.none())
                    .build();
            Request read = request("s3:GetObjectVersionForReplication")
                    .on("team1/a.csv")
                    .by("data-replication");
            BucketAssert bucket = assertThat(template(Synthesized.estate(app))).bucket("data");
            if (exempt) {
                bucket.allows(read);
            } else {
                bucket.denies(read);
            }
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
    @Test
    void closed_direct_access_denies_no_service_under_its_own_principal() {
        for (String service : new String[] {
            "logging.s3.amazonaws.com", "cloudtrail.amazonaws.com", "s3.amazonaws.com", "delivery.logs.amazonaws.com"
        }) {
            Decision put = TEAMS.decide(service, "s3:PutObject", "data/logs/a", Map.of("aws:SourceAccount", PLATFORM));
            assertThat(put.outcome()).as(put.toString()).isEqualTo(Outcome.IMPLICITLY_DENIED);
        }
    }

    private static Outcome own(Decision decision) {
        return decision.layer(Layer.IDENTITY).map(LayerDecision::outcome).orElseThrow();
    }
}
