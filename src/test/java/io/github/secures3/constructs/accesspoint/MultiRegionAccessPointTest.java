package io.github.secures3.constructs.accesspoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.TlsVersion;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointPermissions.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html
 */
class MultiRegionAccessPointTest {

    private static final String ROLE = Points.ROLE;
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @Test
    void its_policy_lets_the_named_in_below_their_prefixes() {
        SynthesizedTemplate template = template(
                point -> point.region("data-eu").readers("reports/", ROLE).writers("in/", ROLE));
        JsonNode properties = only(template, "AWS::S3::MultiRegionAccessPointPolicy");
        PolicyDocument policy = Points.document(template.filledIn(properties.path("Policy")));
        String arn = firstResource(policy.statements().get(0)).replace("/object/reports/*", "");

        assertThat(arn).matches("arn:aws:s3::111122223333:accesspoint/[^/*]+");
        TestRequest read = TestRequest.byIdentity(ROLE, "s3:GetObject", arn + "/object/reports/a.csv");
        TwoReadings.allowed(policy, read);
        TwoReadings.allowed(policy, read.doing("s3:PutObject").to(arn + "/object/in/a.csv"));
        TwoReadings.notAllowed(policy, read.to(arn + "/object/reports2/a.csv"));
        TwoReadings.notAllowed(policy, read.doing("s3:DeleteObject"));
        TwoReadings.notAllowed(policy, TestRequest.byIdentity(Points.OTHER_ROLE, "s3:GetObject", read.resource()));
    }

    @Test
    void blocks_public_access_and_names_buckets_of_other_accounts_with_their_owner() {
        JsonNode point = only(
                template(settings -> settings.region("data-eu").region("data-us", "444455556666")),
                "AWS::S3::MultiRegionAccessPoint");

        GrantedAccessTest.assertBlocked(point);
        assertThat(point.path("Regions").toString())
                .isEqualTo("[{\"Bucket\":\"data-eu\"},{\"Bucket\":\"data-us\",\"BucketAccountId\":\"444455556666\"}]");
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
    @Test
    void roles_get_the_access_in_their_own_policies_where_a_bucket_lies_in_another_account() {
        for (boolean foreign : new boolean[] {true, false}) {
            App app = Synthesized.app();
            Stack stack = Synthesized.stack(app, "Global", "111122223333", "eu-west-1");
            Role reader = Role.Builder.create(stack, "Reader")
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            MultiRegionAccessPoint.Builder point = MultiRegionAccessPoint.Builder.create(stack, "Point")
                    .region("data-eu")
                    .encryptionKeyArn("data-eu", KEY)
                    .readers("", reader);
            if (foreign) {
                point.region("data-us", "444455556666");
            }
            point.build();
            PolicyDocument own = Synthesized.of(app).template(stack).rolePolicy("Reader");
            TestRequest decrypt = TestRequest.byIdentity(ROLE, "kms:Decrypt", KEY)
                    .with("kms:ViaService", "s3.eu-west-1.amazonaws.com")
                    .with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data-eu");

            TwoReadings.allowed(own, decrypt);
            TwoReadings.notAllowed(own, decrypt.with("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::data-us"));
            assertThat(own.statements().stream()
                            .filter(statement -> statement.actions().patterns().contains("s3:GetObject"))
                            .anyMatch(statement -> TwoReadings.allows(
                                    PolicyDocument.of(statement),
                                    TestRequest.byIdentity(
                                            ROLE,
                                            "s3:GetObject",
                                            firstResource(statement).replace("*", "a.csv")))))
                    .isEqualTo(foreign);
        }
    }

    @Test
    void refuses_names_and_buckets_that_s3_does_not_take() {
        refused(
                point -> point.region("data-eu").name("Data"),
                "Multi-Region Access Point name 'Data' is not valid; use 3 to 50 lower-case letters, digits and"
                        + " hyphens, with a letter or digit at both ends");
        refused(
                point -> point,
                "the Multi-Region Access Point has 0 buckets; give 1 to 17, each in a Region of its own");
        refused(
                point -> {
                    for (int i = 0; i < 18; i++) {
                        point.region("data-" + i);
                    }
                    return point;
                },
                "the Multi-Region Access Point has 18 buckets; give 1 to 17, each in a Region of its own");
        refused(
                point -> point.region("data-eu").region("data-eu"),
                "bucket 'data-eu' is given twice; each stands for one Region");
        refused(
                point -> point.region("data-us", "4444"),
                "the account of bucket 'data-us' is '4444'; give 12 digits, such as 111122223333");
        refused(
                point -> point.region("mfzwi23gnjvgw.mrap"),
                "'mfzwi23gnjvgw.mrap' names an access point, a Multi-Region Access Point or a directory or table"
                        + " bucket; an access point stands on a general purpose bucket, so give the name of one");
    }

    @Test
    void refuses_two_buckets_of_one_region_and_buckets_that_answer_tls_1_3_alone() {
        Stack stack = Synthesized.stack(Synthesized.app(), "Global", "111122223333", "eu-west-1");
        SecureBucket one =
                SecureBucket.Builder.create(stack, "One").bucketName("one").build();
        SecureBucket two = SecureBucket.Builder.create(stack, "Two")
                .bucketName("two")
                .minimumTls(TlsVersion.TLS_1_3)
                .build();

        assertThatThrownBy(() -> MultiRegionAccessPoint.Builder.create(stack, "Point")
                        .region(one)
                        .region(two)
                        .build())
                .hasMessageMatching(
                        "Global/Point: the buckets '.*' and '.*' lie in one Region; a Multi-Region Access Point takes"
                                + " one bucket of each Region");
        assertThatThrownBy(() -> MultiRegionAccessPoint.Builder.create(stack, "Point")
                        .region(two)
                        .build())
                .hasMessageMatching(
                        "Global/Point: bucket '.*' answers TLS 1.3 alone, which Multi-Region Access Points do not"
                                + " speak; set its minimumTls to TLS_1_2");
        MultiRegionAccessPoint.Builder.create(stack, "Point")
                .region(one)
                .region(Bucket.fromBucketName(stack, "Elsewhere", "elsewhere"))
                .build();
    }

    @Test
    void refuses_keys_and_policies_that_cannot_work() {
        refused(
                point -> point.region("data-eu").encryptionKeyArn("data-us", KEY),
                "a key is given for bucket 'data-us', which is none of the point's; add the bucket");
        refused(
                point -> point.region("data-eu").encryptionKeyArn("data-eu", "alias/data"),
                "encryptionKeyArn is 'alias/data'; give the ARN of the key itself, such as"
                        + " arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        refused(
                point -> point.region("data-eu").readers("a/", ROLE).readers("a/b/", ROLE),
                "access point '(named by CloudFormation)': " + ROLE
                        + " is granted READ on 'a/b/' and on 'a/', which holds the former; leave the narrower one out,"
                        + " or the wider one if it says too much");
        Stack stack = Synthesized.stack(Synthesized.app(), "Global");
        MultiRegionAccessPoint.Builder large =
                MultiRegionAccessPoint.Builder.create(stack, "Point").region("data-eu");
        for (int i = 0; i < 400; i++) {
            large.readers("a/", "arn:aws:iam::111122223333:role/some-path/application-" + i);
        }
        assertThatThrownBy(large::build)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("can become too large");
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    private static String firstResource(Statement statement) {
        return Objects.requireNonNull(statement.resources()).patterns().get(0);
    }

    private static void refused(UnaryOperator<MultiRegionAccessPoint.Builder> settings, String message) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Global");
        assertThatThrownBy(() -> settings.apply(MultiRegionAccessPoint.Builder.create(stack, "Point"))
                        .build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Global/Point: " + message);
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    private static SynthesizedTemplate template(UnaryOperator<MultiRegionAccessPoint.Builder> settings) {
        return Synthesized.storage(stack -> settings.apply(MultiRegionAccessPoint.Builder.create(stack, "Point"))
                .build());
    }

    private static JsonNode only(SynthesizedTemplate template, String type) {
        assertThat(template.resources(type)).hasSize(1);
        return template.resources(type).values().iterator().next().path("Properties");
    }
}
