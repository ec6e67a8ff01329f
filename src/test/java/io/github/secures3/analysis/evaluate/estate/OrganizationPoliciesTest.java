package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html and
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
class OrganizationPoliciesTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/cli/organization.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
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
