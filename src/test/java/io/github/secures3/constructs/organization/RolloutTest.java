package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html */
class RolloutTest {

    private static final String SANDBOX = "ou-ab12-11111111";
    private static final String WORKLOADS = "ou-ab12-22222222";
    private static final Rollout STAGES = Rollout.startingWith("sandbox", SANDBOX)
            .then("workloads", WORKLOADS, "111122223333")
            .then("everything", "r-ab12");

    @Test
    void each_stage_adds_its_targets_to_those_before() {
        assertThat(STAGES.targets()).containsExactly(SANDBOX);
        assertThat(STAGES.reaching("workloads").targets()).containsExactly("111122223333", SANDBOX, WORKLOADS);
        assertThat(STAGES.reaching("everything").targets())
                .containsExactly("111122223333", SANDBOX, WORKLOADS, "r-ab12");
        assertThat(Rollout.to("r-ab12", SANDBOX, "r-ab12").targets()).containsExactly(SANDBOX, "r-ab12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "r-",
                "r-ab1",
                "r-AB12",
                "r-ab12 ",
                "ou-ab12",
                "ou-ab12-1111111",
                "ou-ab12-1111111A",
                "ou-ab1-11111111",
                "11112222333",
                "1111222233334",
                "r-0123456789012345678901234567890ab",
                "*"
            })
    void what_is_no_target_is_refused(String id) {
        assertThatThrownBy(() -> Rollout.to(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + id
                        + "' is no target of a policy; write a root such as r-ab12, an organizational unit such as"
                        + " ou-ab12-11111111, or an account of 12 digits");
    }

    @Test
    void tokens_are_targets_as_they_are_and_come_last() {
        String token = "${Token[Unit.Id.9]}";
        String other = "${Token[Unit.Id.10]}";

        assertThat(Rollout.to(token, SANDBOX, other, token).targets()).containsExactly(SANDBOX, token, other);
    }

    @Test
    void stages_that_do_not_go_together_are_refused() {
        refused(
                () -> STAGES.reaching("production"),
                "the rollout has no stage 'production'; it has [sandbox, workloads, everything]");
        refused(() -> STAGES.then("sandbox", "r-ab12"), "two stages are called 'sandbox'; give each its own name");
        refused(
                () -> STAGES.then("late"),
                "stage 'late' has no target; name a root, an organizational unit or an account");
        refused(() -> STAGES.then(" ", "r-ab12"), "a stage of the rollout has no name; call it sandbox, for example");
        refused(() -> new Rollout(List.of(), "none"), "the rollout has no stage 'none'; it has []");
        refused(
                () -> Rollout.to("r-ab12", "ou-cd34-11111111"),
                "the targets belong to different roots, [r-ab12, r-cd34]; an organization has one root, whose id every unit of it"
                        + " repeats");
    }

    private static void refused(Runnable attempt, String message) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
