package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        "111122223333, Alike/k, ALLOWED",
        "arn:aws:iam::111122223333:user/nobody, Alike/k, UNDECIDED",
        "anonymous, Alike/k, IMPLICITLY_DENIED",
        "111122223333, Unlike/k, UNDECIDED",
        "anonymous, Unlike/k, IMPLICITLY_DENIED",
        "111122223333, arn:aws:s3:::nowhere/k, UNDECIDED",
        "111122223333, arn:aws:s3:eu-west-1:444455556666:accesspoint/point/object/in/k, UNDECIDED",
        "Reader, arn:aws:s3:us-east-1:111122223333:accesspoint/point/object/in/k, UNDECIDED",
        "Reader, arn:aws:s3:eu-west-1:111122223333:accesspoint/Point/object/in/k, UNDECIDED",
        "anonymous, arn:aws:s3:::Untagged/k, UNDECIDED",
        "anonymous, arn:aws:s3:::Unt/k, UNDECIDED",
        "Team, Tagged/k, ALLOWED",
        "Team, Untagged/k, IMPLICITLY_DENIED",
        "anonymous, Acls/k, UNDECIDED",
        "anonymous, Untagged/k, IMPLICITLY_DENIED"
    })
    void each_way_has_its_policies(String who, String what, Outcome expected) {
        assertThat(decide(who, what, null).outcome()).isEqualTo(expected);
    }

    /**
     * A condition that nobody can decide may leave the access point to the internet or to a VPC.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Creating access points restricted to a virtual
     *     private cloud</a>
     */
    @ParameterizedTest(name = "{0} through {1} from {2} {3}: {4}")
    @CsvSource({
        "Reader, MaybeVpcPoint, aws:SourceIp, 203.0.113.9, UNDECIDED",
        "Reader, MaybeVpcIdPoint, aws:SourceIp, 203.0.113.9, UNDECIDED",
        "Reader, OpenVpcPoint, aws:SourceIp, 203.0.113.9, IMPLICITLY_DENIED",
        "Reader, Point, aws:SourceIp, 203.0.113.9, ALLOWED",
        "Reader, VpcPoint, aws:SourceVpc, vpc-1a2b3c, ALLOWED",
        "OriginReader, MaybeVpcPoint, aws:SourceVpc, vpc-9z9z9z, UNDECIDED",
        "OriginReader, Point, aws:SourceIp, 203.0.113.9, EXPLICITLY_DENIED",
        "OriginReader, OpenVpcPoint, aws:SourceVpc, vpc-1a2b3c, UNDECIDED",
        "OriginReader, VpcPoint, aws:SourceVpc, vpc-1a2b3c, ALLOWED"
    })
    void whether_an_access_point_answers_to_a_vpc_alone_is_not_guessed(
            String who, String point, String key, String value, Outcome expected) {
        String endpoint = key.equals("aws:SourceVpc") ? EstateRequest.OPEN_ENDPOINT : null;
        Decision decision = EstateSituation.of(
                        ESTATE,
                        new EstateRequest(
                                who,
                                "s3:GetObject",
                                point + "/in/k",
                                Map.of(key, List.of(value)),
                                endpoint,
                                null,
                                List.of()))
                .decide();
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
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
                "111122223333 | Partly/k | the bucket elsewhere that answers for Partly is not in the templates",
                "111122223333 | Both/k | whether Maybe is created is not known",
                "111122223333 | Unlike/k | which bucket answers is not known, and they differ: Third is Allowed,"
                        + " Closed is ExplicitlyDenied",
                "111122223333 | arn:aws:s3:::nowhere/k | the policy of arn:aws:s3:::nowhere/k is not in the templates",
                "anonymous | Data/k | Block Public Access of Data is not known",
                "anonymous | Second/k | whether Maybe is created is not known: condition WithPolicy of stack ways"
                        + " cannot be decided"
            })
    void what_is_not_known_is_the_reason(String who, String what, String reason) {
        assertThat(decide(who, what, null).reason()).contains(reason);
    }

    /** What Block Public Access and encryption of buckets say is nothing about other resources, whose ARN tells their account. */
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "kms:Decrypt, arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "s3tables:GetTable, arn:aws:s3tables:eu-west-1:111122223333:bucket/tables/table/1234",
        "s3vectors:GetVectors, arn:aws:s3vectors:eu-west-1:111122223333:bucket/vectors/index/one",
        "s3:GetDataAccess, arn:aws:s3:eu-west-1:111122223333:access-grants/default",
        "dynamodb:GetItem, arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
    })
    void of_another_resource_that_no_template_has_the_policy_alone_is_missing(String action, String arn) {
        Decision decision = EstateSituation.of(ESTATE, EstateRequest.of("111122223333", action, arn))
                .decide();
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns()).containsExactly("the policy of " + arn + " is not in the templates");
        assertThat(EstateSituation.of(ESTATE, EstateRequest.of("444455556666", action, arn))
                        .situation()
                        .blockPublicAccess())
                .isNull();
    }

    @Test
    void buckets_that_give_one_answer_are_named_in_a_note() {
        assertThat(EstateSituation.of(ESTATE, EstateRequest.of("111122223333", "s3:GetObject", "Alike/k"))
                        .notes())
                .contains("any of Third, Fourth may answer; the answer is shown for Third");
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

    /**
     * The only endpoint to S3 in a VPC is the one that requests from there go through; an id that the deployment makes up may be that of any.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc">
     *     aws:SourceVpc</a>
     */
    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "aws:SourceVpc | vpc-3d4e5f | IMPLICITLY_DENIED | not allowed by the VPC endpoint policy",
                "aws:SourceVpc | vpc-9z9z9z | ALLOWED | ",
                "aws:SourceVpc | vpc-1a2b3c | UNDECIDED | the policy of the VPC endpoint in vpc-1a2b3c is not in the"
                        + " templates",
                "aws:SourceVpc | vpc-elsewhere | UNDECIDED | the policy of the VPC endpoint in vpc-elsewhere is not in"
                        + " the templates",
                "aws:SourceVpce | vpce-0a1b2c3d | UNDECIDED | the policy of vpce-0a1b2c3d is not in the templates",
                "aws:SourceVpce | OtherEndpoint | UNDECIDED | the policy of OtherEndpoint is not in the templates",
                "aws:SourceIp | 203.0.113.9 | ALLOWED | "
            })
    void a_request_that_comes_from_a_vpc_is_held_to_the_endpoint_there(
            String key, String value, Outcome expected, @Nullable String reason) {
        Decision decision = EstateSituation.of(
                        ESTATE,
                        new EstateRequest(
                                "111122223333",
                                "s3:GetObject",
                                "Data/k",
                                Map.of(key, List.of(value)),
                                null,
                                null,
                                List.of()))
                .decide();
        assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
        assertThat(decision.reason()).contains(reason == null ? "" : reason);
    }

    @Test
    void an_endpoint_is_named_by_what_the_templates_have_or_by_its_id() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> decide("Reader", "Data/k", "Nowhere"))
                .withMessage("no VPC endpoint is called 'Nowhere'; the templates have Endpoint, OtherEndpoint,"
                        + " OpenEndpoint, StrictEndpoint, KeyEndpoint; or give an id such as vpce-1a2b3c4d,"
                        + " or open for one with AWS's default policy");
    }

    /**
     * A bucket has one policy: of several, the one that is deployed last replaces the others.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy</a>
     */
    @Test
    void a_bucket_with_several_policies_leaves_open_which_of_them_holds() {
        Estate twice = EstateReader.read(
                List.of(Path.of("src/test/resources/rules/bucket-policy.single/fails-where-one-has-two.template.yaml")),
                ReadOptions.defaults());
        String bucket = twice.buckets().get(0).element().logicalId();

        Decision decision = EstateSituation.of(twice, EstateRequest.of("anonymous", "s3:GetObject", bucket + "/k"))
                .decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.reason()).contains(bucket + " has several bucket policies");
    }

    @Test
    void an_endpoint_of_no_template_can_be_said_to_let_everything_through() {
        Decision decision = EstateSituation.of(
                        ESTATE,
                        new EstateRequest(
                                "111122223333",
                                "s3:GetObject",
                                "Data/k",
                                Map.of("aws:SourceVpce", List.of("vpce-0a1b2c3d")),
                                EstateRequest.OPEN_ENDPOINT,
                                null,
                                List.of()))
                .decide();
        assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
    }

    /** A policy in another template may take the name of its bucket as a parameter. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "Data, '!Ref Whose', UNDECIDED",
        "Data, '!Ref Data', ALLOWED",
        "Data, data, ALLOWED",
        "Data, '!Ref Other', IMPLICITLY_DENIED",
        "Data, other-data, IMPLICITLY_DENIED",
        "Other, '!Ref Whose', UNDECIDED",
        "Other, '!Ref Data', IMPLICITLY_DENIED",
        "Other, other, IMPLICITLY_DENIED",
        "Other, other-data, UNDECIDED",
        "Point, '!Ref Whose', UNDECIDED",
        "Point, '!Ref Point', ALLOWED",
        "Point, '!Ref OtherPoint', IMPLICITLY_DENIED"
    })
    void a_policy_whose_bucket_only_the_deployment_knows_may_be_the_bucket_s(
            String bucket, String named, Outcome expected, @TempDir Path directory) throws Exception {
        boolean point = bucket.equals("Point");
        Path file = Files.writeString(directory.resolve("names.yaml"), """
            Parameters: {Whose: {Type: String}}
            Resources:
              Data: {Type: AWS::S3::Bucket, Properties: {BucketName: data, PublicAccessBlockConfiguration: {RestrictPublicBuckets: false}}}
              Other: {Type: AWS::S3::Bucket, Properties: {PublicAccessBlockConfiguration: {RestrictPublicBuckets: false}}}
              Point: {Type: AWS::S3::MultiRegionAccessPoint, Properties: {Name: point, PublicAccessBlockConfiguration: {RestrictPublicBuckets: false}, Regions: [{Bucket: !Ref Data}]}}
              Nobody: {Type: AWS::IAM::Role, Properties: {RoleName: nobody}}
              OtherPoint: {Type: AWS::S3::MultiRegionAccessPoint, Properties: {Regions: [{Bucket: !Ref Data}]}}
              Policy:
                Type: TYPE
                Properties:
                  PROPERTY: NAMED
                  POLICY: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*"}]}
              Own:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: OWN
                  PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*"}]}
            """.replace(
                        "TYPE", point ? "AWS::S3::MultiRegionAccessPointPolicy" : "AWS::S3::BucketPolicy")
                .replace("PROPERTY", point ? "MrapName" : "Bucket")
                .replace("POLICY", point ? "Policy" : "PolicyDocument")
                .replace("NAMED", named)
                .replace("OWN", point ? "!Ref Data" : "unrelated"));
        Estate estate =
                EstateReader.read(List.of(file), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        String who = point ? "Nobody" : "anonymous";
        PlacedRequest placed = EstateSituation.of(estate, EstateRequest.of(who, "s3:GetObject", bucket + "/key"));
        assertThat(placed.decide().outcome()).as(placed.decide().reason()).isEqualTo(expected);
    }

    private static Decision decide(String who, String what, @Nullable String endpoint) {
        return EstateSituation.of(
                        ESTATE, new EstateRequest(who, "s3:GetObject", what, Map.of(), endpoint, null, List.of()))
                .decide();
    }
}
