package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ways to a bucket that a template can hold, and what is not known about them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html">Permissions of multi-Region access
 *     points</a>
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
 */
class WaysTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/ways.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "Reader, Point/in/k, ALLOWED",
        "Reader, Point/out/k, IMPLICITLY_DENIED",
        "Reader, arn:aws:s3:eu-west-1:111122223333:accesspoint/point/object/in/k, ALLOWED",
        "Reader, arn:aws:s3:eu-west-1:111122223333:accesspoint/point/object/out/k, IMPLICITLY_DENIED",
        "Reader, Global/k, ALLOWED",
        "arn:aws:iam::111122223333:role/Other, Global/k, UNDECIDED",
        "111122223333, Global/k, ALLOWED",
        "anonymous, Global/k, IMPLICITLY_DENIED",
        "Reader, VpcPoint/k, UNDECIDED",
        "111122223333, FarPoint/k, UNDECIDED",
        "111122223333, NearPoint/k, UNDECIDED",
        "111122223333, Both/k, UNDECIDED",
        "111122223333, arn:aws:s3:::nowhere/k, UNDECIDED",
        "Team, Tagged/k, ALLOWED",
        "Team, Untagged/k, IMPLICITLY_DENIED",
        "anonymous, Acls/k, UNDECIDED",
        "anonymous, Untagged/k, IMPLICITLY_DENIED"
    })
    void each_way_has_its_policies(String who, String what, Outcome expected) {
        assertThat(decide(who, what, null).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Endpoint, ALLOWED", "OtherEndpoint, IMPLICITLY_DENIED", "vpce-0a1b2c3d, IMPLICITLY_DENIED"})
    void an_access_point_of_a_vpc_is_reached_through_the_endpoints_of_that_vpc(String endpoint, Outcome expected) {
        Map<String, List<String>> context =
                endpoint.startsWith("vpce-") ? Map.of("aws:SourceVpc", List.of("vpc-9z9z9z")) : Map.of();
        Decision decision = EstateSituation.of(
                        ESTATE,
                        new EstateRequest("Reader", "s3:GetObject", "VpcPoint/k", context, endpoint, null, List.of()))
                .decide();
        assertThat(decision.outcome()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "111122223333 | FarPoint/k | the bucket elsewhere behind FarPoint is not in the templates",
                "111122223333 | Both/k | the bucket that answers for Both is not in the templates",
                "111122223333 | arn:aws:s3:::nowhere/k | the policy of arn:aws:s3:::nowhere/k is not in the templates",
                "anonymous | Data/k | Block Public Access of Data is not known",
                "anonymous | Second/k | whether Maybe is created is not known: condition WithPolicy of stack ways"
                        + " cannot be decided"
            })
    void what_is_not_known_is_the_reason(String who, String what, String reason) {
        assertThat(decide(who, what, null).reason()).contains(reason);
    }

    /** The caller's account may be that of the bucket; which it is, the access point tells or its own account does. */
    @Test
    void the_bucket_behind_an_access_point_belongs_to_the_account_that_it_names() {
        assertThat(EstateSituation.of(ESTATE, EstateRequest.of("anonymous", "s3:GetObject", "FarPoint/k"))
                        .situation()
                        .resourceAccount())
                .isEqualTo("444455556666");
        PlacedRequest near = EstateSituation.of(ESTATE, EstateRequest.of("anonymous", "s3:GetObject", "NearPoint/k"));
        assertThat(near.situation().resourceAccount()).isEqualTo("111122223333");
        assertThat(near.situation().bucketResource()).isEqualTo("arn:aws:s3:::elsewhere-too/k");
        assertThat(EstateSituation.of(ESTATE, EstateRequest.of("anonymous", "s3:ListBucket", "NearPoint"))
                        .situation()
                        .bucketResource())
                .isEqualTo("arn:aws:s3:::elsewhere-too");
    }

    @Test
    void a_policy_that_may_be_left_out_leaves_the_way_undecided() {
        assertThat(decide("Reader", "OpenPoint/k", null).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decide("111122223333", "Data/k", "Endpoint").outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(decide("111122223333", "Data/k", "OpenEndpoint").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void an_endpoint_is_named_by_what_the_templates_have_or_by_its_id() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("Reader", "Data/k", "Nowhere"))
                .withMessage("no VPC endpoint is called 'Nowhere'; the templates have Endpoint, OtherEndpoint,"
                        + " OpenEndpoint; or give an id such as vpce-1a2b3c4d");
    }

    private static Decision decide(String who, String what, @Nullable String endpoint) {
        return EstateSituation.of(
                        ESTATE, new EstateRequest(who, "s3:GetObject", what, Map.of(), endpoint, null, List.of()))
                .decide();
    }
}
