package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html and
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
class OrganizationPoliciesTest {

    private static final Path TEMPLATE = Path.of("src/test/resources/cli/organization.yaml");
    private static final Estate ESTATE =
            EstateReader.read(List.of(TEMPLATE), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    private static final Organization ORGANIZATION =
            Organization.of("o-exampleorgid", "123456789012", List.of("111122223333"));

    @Test
    void a_resource_control_policy_of_the_unit_stops_the_anonymous_reader() {
        assertThat(read(List.of("ou-ab12-11111111")).outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
    }

    @Test
    void whether_a_unit_lies_above_the_account_is_not_guessed() {
        Decision decision = read(List.of());

        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns())
                .containsExactly(
                        "whether Perimeter reaches the account is not known: say which units it lies in with --within");
    }

    @Test
    void a_service_control_policy_of_the_account_binds_its_root_user() {
        Decision decision = decide("111122223333", "s3:DeleteObject");

        assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(decision.layer(Layer.SCP).orElseThrow().outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(decide("111122223333", "s3:GetObject").outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void a_service_control_policy_of_another_account_takes_no_part() {
        assertThat(decide("444455556666", "s3:DeleteObject").layer(Layer.SCP)).isEmpty();
    }

    /**
     * A policy that allows is most often attached in the place of FullAWSAccess, and each level must allow.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">How service control
     *     policies are evaluated</a>
     */
    @ParameterizedTest(name = "{0} on {1}, {2} on {3}: s3:GetObject {4}, s3:ListBucket {5}")
    @CsvSource({
        "s3:Get*, 111122223333, -, -, ALLOWED, UNDECIDED",
        "s3:Get*, 444455556666, -, -, ALLOWED, ALLOWED",
        "s3:Get*, 111122223333, s3:List*, 111122223333, ALLOWED, ALLOWED",
        "s3:Get*, 111122223333, s3:List*, ou-ab12-11111111, UNDECIDED, UNDECIDED",
        "s3:*, 111122223333, s3:Get*, ou-ab12-11111111, ALLOWED, UNDECIDED"
    })
    void a_service_control_policy_that_allows_may_stand_alone(
            String first, String on, String second, String alsoOn, Outcome read, Outcome list, @TempDir Path directory)
            throws Exception {
        String template = Files.readString(TEMPLATE).replaceFirst("(?s)  Perimeter:.*", "")
                + allowing("First", first, on)
                + (second.equals("-") ? "" : allowing("Second", second, alsoOn));
        Estate estate = EstateReader.read(
                List.of(Files.writeString(directory.resolve("organization.yaml"), template)),
                ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
        for (Map.Entry<String, Outcome> answer :
                Map.of("s3:GetObject", read, "s3:ListBucket", list).entrySet()) {
            String what = answer.getKey().equals("s3:GetObject") ? "Open/index.html" : "Open";
            Decision decision = EstateSituation.of(
                            estate,
                            new EstateRequest(
                                    "111122223333",
                                    answer.getKey(),
                                    what,
                                    Map.of(),
                                    null,
                                    ORGANIZATION,
                                    List.of("ou-ab12-11111111")))
                    .decide();
            assertThat(decision.outcome()).as(decision.reason()).isEqualTo(answer.getValue());
            if (answer.getValue() == Outcome.UNDECIDED) {
                assertThat(decision.reason()).contains("whether FullAWSAccess is still attached beside ");
            }
        }
    }

    private static String allowing(String id, String action, String target) {
        return """
              ID:
                Type: AWS::Organizations::Policy
                Properties:
                  Name: ID
                  Type: SERVICE_CONTROL_POLICY
                  TargetIds: ["TARGET"]
                  Content: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "ACTION", Resource: "*"}]}
            """.replace("ID:", id + ":")
                .replace("Name: ID", "Name: " + id)
                .replace("TARGET", target)
                .replace("ACTION", action);
    }

    /**
     * An S3 policy switches Block Public Access on or leaves it to the levels below.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html">Amazon S3 policy
     *     syntax</a>
     */
    @ParameterizedTest(name = "{0} on {1}, {2} on {3}: {4}")
    @CsvSource({
        "all, 111122223333, -, -, IMPLICITLY_DENIED",
        "none, 111122223333, -, -, ALLOWED",
        "all, 444455556666, -, -, ALLOWED",
        "all, ou-ab12-11111111, -, -, IMPLICITLY_DENIED",
        "all, ou-ab12-22222222, -, -, UNDECIDED",
        "none, ou-ab12-22222222, -, -, ALLOWED",
        "!Ref Level, 111122223333, -, -, UNDECIDED",
        "all, 111122223333, all, ou-ab12-22222222, UNDECIDED",
        "all, 111122223333, all, ou-ab12-11111111, IMPLICITLY_DENIED",
        "all, 111122223333, none, ou-ab12-11111111, UNDECIDED",
        "none, 111122223333, none, ou-ab12-11111111, ALLOWED"
    })
    void an_s3_policy_blocks_public_access_in_the_accounts_that_it_surely_reaches(
            String first, String on, String second, String alsoOn, Outcome expected, @TempDir Path directory)
            throws Exception {
        for (boolean text : List.of(false, true)) {
            String template = "Parameters: {Level: {Type: String}}\n"
                    + Files.readString(TEMPLATE).replaceFirst("(?s)  Perimeter:.*", "")
                    + s3Policy("First", first, on, text)
                    + (second.equals("-") ? "" : s3Policy("Second", second, alsoOn, text));
            Path file = Files.writeString(directory.resolve("organization.yaml"), template);
            Estate estate = EstateReader.read(
                    List.of(file), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
            Decision decision = EstateSituation.of(
                            estate,
                            new EstateRequest(
                                    "anonymous",
                                    "s3:GetObject",
                                    "Open/index.html",
                                    Map.of(),
                                    null,
                                    ORGANIZATION,
                                    List.of("ou-ab12-11111111")))
                    .decide();
            assertThat(decision.outcome()).as(decision.reason()).isEqualTo(expected);
        }
    }

    private static String s3Policy(String id, String level, String target, boolean text) {
        String content = "{s3_attributes: {public_access_block_configuration: {\"@@assign\": " + level + "}}}";
        String json = "{\\\"s3_attributes\\\": {\\\"public_access_block_configuration\\\":\\n {\\\"@@assign\\\": \\\""
                + level + "\\\"}}}";
        boolean asText = text && !level.startsWith("!");
        return "  %s:\n    Type: AWS::Organizations::Policy\n    Properties: {Name: %s, Type: S3_POLICY, TargetIds: [\"%s\"], Content: %s}\n"
                .formatted(id, id, target, asText ? "\"" + json + "\"" : content);
    }

    private static Decision read(List<String> within) {
        return EstateSituation.of(
                        ESTATE,
                        new EstateRequest(
                                "anonymous", "s3:GetObject", "Open/index.html", Map.of(), null, ORGANIZATION, within))
                .decide();
    }

    private static Decision decide(String who, String action) {
        return EstateSituation.of(
                        ESTATE,
                        new EstateRequest(
                                who,
                                action,
                                "Open/index.html",
                                Map.of(),
                                null,
                                ORGANIZATION,
                                List.of("ou-ab12-11111111")))
                .decide();
    }
}
