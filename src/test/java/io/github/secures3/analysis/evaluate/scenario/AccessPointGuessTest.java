package io.github.secures3.analysis.evaluate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a scenario leaves unsaid about bucket and access point follows from the policies alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 */
class AccessPointGuessTest {

    private static final String POINT = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports";

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "/object/a/b, arn:aws:s3:::data arn:aws:s3:::data/*, arn:aws:s3:::data/a/b",
        "/object/k, arn:aws:s3:::data/reports/*, arn:aws:s3:::data/k",
        "'', arn:aws:s3:::data, arn:aws:s3:::data",
        "/object/k, arn:aws:s3:::data/* arn:aws:s3:::other/*, ",
        "/object/k, arn:aws:s3:::*, ",
        "/object/k, arn:aws:s3:::dat?, ",
        "/object/k, *, ",
        "/object/k, arn:aws:sns:::data, ",
        "/object/k, arn:aws:s3:us-east-1:111122223333:accesspoint/reports/object/*, "
    })
    void the_bucket_is_the_one_that_its_policy_speaks_of(String below, String patterns, @Nullable String expected) {
        Situation situation = guess(POINT + below, Map.of(), policy(patterns), null);
        assertThat(situation.bucketResource()).isEqualTo(expected);
        assertThat(point(situation).arn()).isEqualTo(POINT);
        assertThat(point(situation).account()).isEqualTo("111122223333");
        assertThat(situation.resourcePolicies()).hasSize(1);
    }

    @Test
    void what_a_policy_leaves_out_names_no_bucket() {
        AttachedPolicy others = AttachedPolicy.of(PolicyDocument.of(Statement.allow("A")
                .actions("s3:*")
                .resources(new Resources(true, List.of("arn:aws:s3:::data")))
                .build()));
        assertThat(guess(POINT + "/object/k", Map.of(), others, null).bucketResource())
                .isNull();
        assertThat(guess(POINT + "/object/k", Map.of(), null, null).bucketResource())
                .isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "arn:aws:s3:us-east-1:111122223333:accesspoint/reports/object/*, "
                + "arn:aws:s3:us-east-1:111122223333:accesspoint/reports",
        "arn:aws:s3:us-east-1:111122223333:accesspoint/reports, "
                + "arn:aws:s3:us-east-1:111122223333:accesspoint/reports",
        "arn:aws:s3:us-east-1:111122223333:accesspoint/r*/object/*, UNKNOWN",
        "arn:aws:s3:us-east-1:111122223333:accesspoint/?/object/*, UNKNOWN",
        "arn:aws:s3:::data/*, UNKNOWN",
        "*, UNKNOWN"
    })
    void the_access_point_is_the_one_that_its_policy_speaks_of(String pattern, String expected) {
        AccessPoint point = point(guess("arn:aws:s3:::data/k", Map.of(), null, policy(pattern)));
        if (expected.equals("UNKNOWN")) {
            assertThat(point.arn())
                    .isEqualTo("arn:aws:s3:${Token[Region of the access point]}:${Token[account of the access point]}"
                            + ":accesspoint/${Token[name of the access point]}");
            assertThat(point.account()).isNull();
        } else {
            assertThat(point.arn()).isEqualTo(expected);
            assertThat(point.account()).isEqualTo("111122223333");
        }
        assertThat(point.policies()).hasSize(1);
    }

    @Test
    void the_context_says_more_than_the_policies() {
        Map<String, List<String>> context = Map.of(
                "S3:DataAccessPointArn", List.of("arn:aws:s3:eu-west-1:444455556666:accesspoint/other"),
                "s3:AccessPointNetworkOrigin", List.of("VPC"));
        AccessPoint point = point(guess("arn:aws:s3:::data/k", context, null, policy(POINT + "/object/*")));
        assertThat(point.arn()).isEqualTo("arn:aws:s3:eu-west-1:444455556666:accesspoint/other");
        assertThat(point.account()).isEqualTo("444455556666");
        assertThat(point.networkOrigin()).isEqualTo("VPC");
        Map<String, List<String>> owner = Map.of("s3:DataAccessPointAccount", List.of("123456789012"));
        assertThat(point(guess("arn:aws:s3:::data/k", owner, null, policy(POINT + "/object/*")))
                        .account())
                .isEqualTo("123456789012");
        Map<String, List<String>> several = Map.of("s3:DataAccessPointAccount", List.of("123456789012", "1"));
        assertThat(point(guess("arn:aws:s3:::data/k", several, null, policy(POINT + "/object/*")))
                        .account())
                .isEqualTo("111122223333");
    }

    @Test
    void without_an_access_point_there_is_none() {
        Situation situation = guess("arn:aws:s3:::data/k", Map.of(), policy("*"), null);
        assertThat(situation.accessPoint()).isNull();
        assertThat(situation.resourcePolicies()).hasSize(1);
        assertThat(guess("arn:aws:s3-object-lambda:us-east-1:111122223333:accesspoint/l", Map.of(), null, null)
                        .accessPoint())
                .isNull();
    }

    private static AccessPoint point(Situation situation) {
        AccessPoint point = situation.accessPoint();
        assertThat(point).isNotNull();
        return java.util.Objects.requireNonNull(point);
    }

    private static AttachedPolicy policy(String patterns) {
        return AttachedPolicy.of(PolicyDocument.of(Statement.allow("A")
                .everyone()
                .actions("s3:*")
                .resources(List.of(patterns.split(" ", -1)))
                .build()));
    }

    private static Situation guess(
            String resource,
            Map<String, List<String>> context,
            @Nullable AttachedPolicy bucket,
            @Nullable AttachedPolicy point) {
        Situation.Builder situation = Situation.builder();
        AccessPointGuess.of(resource, context, bucket, point).applyTo(situation);
        return situation.build();
    }
}
