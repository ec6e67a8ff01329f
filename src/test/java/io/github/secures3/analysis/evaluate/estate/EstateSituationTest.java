package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.NearMiss;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests on one template in which every layer takes part somewhere. */
class EstateSituationTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/cli/estate.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    private static final Map<String, List<String>> HTTPS = Map.of("aws:SecureTransport", List.of("true"));

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "Reader,                s3:GetObject,    Data/reports/1.csv,                        ALLOWED",
        "Reader,                s3:GetObject,    arn:aws:s3:::orders-data/reports/1.csv,    ALLOWED",
        "Reader,                s3:GetObject,    orders-data/reports/1.csv,                 ALLOWED",
        "arn:aws:iam::111122223333:role/Reader, s3:GetObject, Data/reports/1.csv,           ALLOWED",
        "arn:aws:sts::111122223333:assumed-role/Reader/alice, s3:GetObject, Data/reports/1.csv, ALLOWED",
        "Reader,                s3:PutObject,    Data/reports/1.csv,                        IMPLICITLY_DENIED",
        "Reader,                s3:GetObject,    Data/finance/1.csv,                        UNDECIDED",
        "auditor,               s3:ListBucket,   Data,                                      ALLOWED",
        "auditor,               s3:GetObject,    Data/reports/1.csv,                        IMPLICITLY_DENIED",
        "Operator,              s3:GetObject,    Data/reports/1.csv,                        UNDECIDED",
        "anonymous,             s3:GetObject,    Data/reports/1.csv,                        IMPLICITLY_DENIED",
        "logging.s3.amazonaws.com, s3:PutObject, Data/logs/1,                               IMPLICITLY_DENIED",
        // The bucket lets the partner in, the key does not.
        "arn:aws:iam::444455556666:role/Partner, s3:GetObject, Data/shared/1,               IMPLICITLY_DENIED",
        "arn:aws:iam::444455556666:role/Partner, s3:GetObject, Data/reports/1,              IMPLICITLY_DENIED",
        "111122223333,          s3:GetObject,    Data/reports/1.csv,                        ALLOWED",
    })
    void decides_by_the_policies_of_the_template(String who, String action, String what, Outcome expected) {
        assertThat(decide(new EstateRequest(who, action, what, HTTPS, null, null, List.of()))
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void denies_over_plain_http_whatever_the_caller_may() {
        Decision decision = decide(new EstateRequest(
                "Reader",
                "s3:GetObject",
                "Data/reports/1.csv",
                Map.of("aws:SecureTransport", List.of("false")),
                null,
                null,
                List.of()));

        assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(decision.layer(Layer.RESOURCE).orElseThrow().statements())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.sid()).isEqualTo("DenyInsecureTransport");
                    assertThat(statement.origin()).isNotNull();
                });
    }

    @Test
    void each_statement_has_a_place_of_its_own() {
        Decision decision = decide(EstateRequest.of("Reader", "s3:GetObject", "Data/reports/1.csv"));

        for (Layer layer : List.of(Layer.RESOURCE, Layer.IDENTITY)) {
            List<Integer> lines = Stream.concat(
                            decision.layer(layer).orElseThrow().statements().stream()
                                    .map(StatementTrace::origin),
                            decision.layer(layer).orElseThrow().nearMisses().stream()
                                    .map(NearMiss::origin))
                    .map(origin -> Objects.requireNonNull(origin).line())
                    .toList();
            assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void names_the_key_that_is_missing() {
        Decision decision = decide(EstateRequest.of("Reader", "s3:GetObject", "Data/reports/1.csv"));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns()).containsExactly("the context key aws:SecureTransport is not given");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
    @Test
    void lets_a_request_through_an_access_point_that_the_bucket_delegates_to() {
        assertThat(decide(EstateRequest.of("Reader", "s3:GetObject", "Point/orders/7"))
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
        assertThat(decide(EstateRequest.of("Reader", "s3:PutObject", "Point/orders/7"))
                        .outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Data/reports/2026/1, ALLOWED", "Data/reports/2025/1, IMPLICITLY_DENIED"})
    void asks_the_vpc_endpoint_too(String what, Outcome expected) {
        assertThat(decide(new EstateRequest("Reader", "s3:GetObject", what, HTTPS, "Endpoint", null, List.of()))
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void is_undecided_by_the_policy_of_an_endpoint_that_no_template_has() {
        Decision decision = decide(
                new EstateRequest("Reader", "s3:GetObject", "Data/reports/1", HTTPS, "vpce-0a1b2c3d", null, List.of()));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns()).contains("the policy of vpce-0a1b2c3d is not in the templates");
    }

    @Test
    void asks_the_key_that_an_upload_names() {
        Decision decision = decide(new EstateRequest(
                "111122223333",
                "s3:PutObject",
                "Data/x",
                Map.of(
                        "aws:SecureTransport", List.of("true"),
                        "s3:x-amz-server-side-encryption", List.of("aws:kms"),
                        "s3:x-amz-server-side-encryption-aws-kms-key-id",
                                List.of("arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab")),
                null,
                null,
                List.of()));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.reason()).contains("1234abcd-12ab-34cd-56ef-1234567890ab");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Nobody | Data/x | no principal is called 'Nobody'; the templates have Reader, Operator, Auditor;",
                "Reader | Nowhere/x | no bucket or access point is called 'Nowhere/x'; the templates have Data and"
                        + " Point;",
            })
    void says_which_names_there_are(String who, String what, String message) {
        assertThatThrownBy(() -> decide(EstateRequest.of(who, "s3:GetObject", what)))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageStartingWith(message);
    }

    private static Decision decide(EstateRequest asked) {
        return EstateSituation.of(ESTATE, asked).decide();
    }
}
