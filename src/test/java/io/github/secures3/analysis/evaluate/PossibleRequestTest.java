package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.policy.UnresolvedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that nobody can make.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions and resources of Amazon S3</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Availability of global condition
 *     keys</a>
 */
class PossibleRequestTest {

    private static final String POINT = "arn:aws:s3:us-east-1:111122223333:accesspoint/p";

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "s3:GetObject, arn:aws:s3:::data/key",
        "S3:getobject, arn:aws:s3:::data/a/b/",
        "s3:GetObject, arn:aws:s3:::data/what*",
        "s3:GetObject, arn:aws-cn:s3:::data/key",
        "s3:GetObject, arn:aws:s3:us-east-1:111122223333:accesspoint/p/object/a/b",
        "s3:GetObject, arn:aws:s3::111122223333:accesspoint/alias.mrap/object/a",
        "s3:ListBucket, arn:aws:s3:::data",
        "s3:ListBucket, arn:aws:s3:us-east-1:111122223333:accesspoint/p",
        "s3:ListAllMyBuckets, *",
        "s3:ListAllMyBuckets, arn:aws:s3:::*",
        "s3express:CreateSession, arn:aws:s3express:us-east-1:111122223333:bucket/b--use1-az4--x-s3",
        "kms:Decrypt, arn:aws:kms:us-east-1:111122223333:key/1234",
        "s3vectors:GetVectors, arn:aws:s3vectors:us-east-1:111122223333:bucket/b/index/i",
        "ec2:RunAnything, anything"
    })
    void an_action_works_on_its_kinds_of_resource_and_services_without_catalog_are_taken_as_they_are(
            String action, String resource) {
        assertThatCode(() -> check("111122223333", action, resource)).doesNotThrowAnyException();
    }

    @Test
    void names_that_are_not_known_are_names_all_the_same() {
        String bucket = "arn:aws:s3:::" + UnresolvedToken.of("a/b:c");
        assertThatCode(() -> check("111122223333", "s3:ListBucket", bucket)).doesNotThrowAnyException();
        assertThatCode(() -> check("111122223333", "s3:GetObject", bucket + "/k"))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> check("111122223333", "s3:GetObject", bucket));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:* | arn:aws:s3:::data/key | the action 's3:*' has a wildcard, which only policies have; a request"
                        + " names one action, such as s3:GetObject",
                "s3:Get?bject | arn:aws:s3:::data/key | the action 's3:Get?bject' has a wildcard, which only policies"
                        + " have; a request names one action, such as s3:GetObject",
                "s3:GetObjet | arn:aws:s3:::data/key | did you mean s3:GetObject?",
                "s3:Abracadabra | arn:aws:s3:::data/key | look it up in"
                        + " https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html",
                "s3:GetObject | arn:aws:s3:::data | the action s3:GetObject works on accesspointobject"
                        + " (arn:aws:s3:Region:Account:accesspoint/AccessPointName/object/ObjectName) or object"
                        + " (arn:aws:s3:::BucketName/ObjectName), not on 'arn:aws:s3:::data'; name such a resource, or"
                        + " an action that works on this one",
                "s3:GetObject | arn:aws:s3:::data/ | not on 'arn:aws:s3:::data/'",
                "s3:GetObject | arn:aws:s3:::da*/key | not on 'arn:aws:s3:::da*/key'",
                "s3:GetObject | data/key | not on 'data/key'",
                "s3:ListBucket | arn:aws:s3:::data/key | works on accesspoint",
                "s3:ListBucket | arn:aws:s3:::data/ | works on accesspoint",
                "s3:PutBucketPolicy | arn:aws:s3:us-east-1:111122223333:accesspoint/p | the action s3:PutBucketPolicy"
                        + " works on bucket (arn:aws:s3:::BucketName), not on",
                "s3:ListAllMyBuckets | arn:aws:s3:::data | the action s3:ListAllMyBuckets works on no single resource,"
                        + " so not on 'arn:aws:s3:::data'; give * as the resource",
                "kms:Decrypt | arn:aws:s3:::data/key | the action kms:Decrypt works on key"
                        + " (arn:aws:kms:Region:Account:key/KeyId), not on 'arn:aws:s3:::data/key'"
            })
    void what_does_not_exist_or_fit_is_refused(String action, String resource, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("111122223333", action, resource))
                .withMessageContaining(problem);
    }

    @ParameterizedTest(name = "{0} with {1}={2}")
    @CsvSource({
        "arn:aws:iam::111122223333:role/R, aws:PrincipalArn, arn:aws:iam::111122223333:role/R",
        "arn:aws:sts::111122223333:assumed-role/R/s, aws:PrincipalArn, arn:aws:iam::111122223333:role/R",
        "arn:aws:sts::111122223333:assumed-role/R/s, aws:PrincipalArn, arn:aws:iam::111122223333:role/path/R",
        "arn:aws:iam::111122223333:user/u, AWS:principalaccount, 111122223333",
        "anonymous, aws:PrincipalAccount, anonymous",
        "anonymous, aws:SourceIp, 203.0.113.7",
        "anonymous, aws:SourceVpce, vpce-1a2b3c4d",
        "anonymous, s3:x-amz-server-side-encryption, aws:fsx"
    })
    void a_context_may_say_what_is_so(String who, String key, String value) {
        assertThatCode(() -> check(who, "s3:PutObject", "arn:aws:s3:::data/key", key, value))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} with {1}={2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::111122223333:role/R | aws:PrincipalArn | arn:aws:iam::111122223333:role/path/R | the"
                        + " context says aws:PrincipalArn is 'arn:aws:iam::111122223333:role/path/R', but the principal"
                        + " 'arn:aws:iam::111122223333:role/R' has 'arn:aws:iam::111122223333:role/R'; leave the key out,"
                        + " as it follows from the principal",
                "arn:aws:sts::111122223333:assumed-role/R/s | aws:PrincipalArn | arn:aws:iam::444455556666:role/R | has"
                        + " 'arn:aws:iam::111122223333:role/R'",
                "arn:aws:iam::111122223333:role/R | aws:PrincipalAccount | 444455556666 | the context says"
                        + " aws:PrincipalAccount is '444455556666', but the principal"
                        + " 'arn:aws:iam::111122223333:role/R' has '111122223333'",
                "anonymous | aws:PrincipalArn | arn:aws:iam::111122223333:role/R | the principal 'anonymous' has none",
                "logging.s3.amazonaws.com | aws:PrincipalAccount | 111122223333 | has none",
                "anonymous | s3:x-amz-server-side-encryption | aws-kms | the context says"
                        + " s3:x-amz-server-side-encryption is 'aws-kms', which S3 does not have; choose one of AES256,"
                        + " aws:kms, aws:kms:dsse, aws:fsx"
            })
    void a_context_that_contradicts_the_rest_is_refused(String who, String key, String value, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(who, "s3:PutObject", "arn:aws:s3:::data/key", key, value))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"aws:SourceVpc, vpc-1a2b3c4d", "aws:SourceVpce, vpce-1a2b3c4d", "aws:VpcSourceIp, 10.0.0.1"})
    void a_request_comes_from_an_endpoint_or_from_an_address(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PossibleRequest.require(Scene.by("anonymous")
                        .with(key, value)
                        .with("aws:SourceIp", "203.0.113.7")
                        .request()))
                .withMessage("the context has " + key + " '" + value + "' and aws:SourceIp '203.0.113.7', but requests"
                        + " through a VPC endpoint carry no aws:SourceIp; leave one of them out");
    }

    /** Policies about all buckets, as AWS's examples have them, reach the request. */
    @Test
    void a_request_for_no_single_resource_is_reached_by_policies_about_all_buckets() {
        assertThat(PossibleRequest.seenResource("*", "s3:ListAllMyBuckets", "aws"))
                .isEqualTo("arn:aws:s3:::*");
        assertThat(PossibleRequest.seenResource("*", "kms:ListKeys", "aws")).isEqualTo("*");
        assertThat(PossibleRequest.seenResource(POINT, "s3:ListBucket", "aws")).isEqualTo(POINT);
    }

    private static void check(String who, String action, String resource, String... context) {
        Scene scene = Scene.by(who).does(action, resource);
        if (context.length > 0) {
            scene.with(context[0], context[1]);
        }
        PossibleRequest.require(scene.request());
    }
}
