package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyMinifier;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyPlanTest {

    private static final int RUNS = 300;

    private final Random random = Seed.of(PolicyPlanTest.class);

    @Test
    void every_statement_stands_in_one_policy_within_the_limit_and_the_count_is_that_of_aws() {
        for (int run = 0; run < RUNS; run++) {
            GuardrailLimits limits = new GuardrailLimits(900 + random.nextInt(600), 40, 0);
            List<Statement> statements = statements(1 + random.nextInt(14));

            PolicyPlan plan = PolicyPlan.of(PolicyType.RESOURCE_CONTROL, statements, limits);

            assertThat(plan.policies().stream().flatMap(policy -> policy.sids().stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            statements.stream().map(Statement::sid).toList());
            for (PackedPolicy policy : plan.policies()) {
                String text = PolicyWriter.compact(policy.document());
                assertThat(policy.characters()).isEqualTo(text.length()).isLessThanOrEqualTo(limits.characters());
                assertThat(policy.room()).isEqualTo(limits.characters() - text.length());
                assertThat(PolicyReader.read(text, PolicyType.RESOURCE_CONTROL)).isEqualTo(policy.document());
                assertThat(PolicyMinifier.minify(policy.document())).isEqualTo(policy.document());
            }
            assertThat(PolicyPlan.of(PolicyType.RESOURCE_CONTROL, new ArrayList<>(statements), limits))
                    .isEqualTo(plan);
        }
    }

    @Test
    void a_policy_that_fits_to_the_character_is_taken_and_one_more_is_not() {
        Statement statement = statement("Only", 40);
        int exact = PolicyPlan.of(PolicyType.RESOURCE_CONTROL, List.of(statement), GuardrailLimits.resourceControl())
                .policies()
                .get(0)
                .characters();

        assertThat(PolicyPlan.of(PolicyType.RESOURCE_CONTROL, List.of(statement), new GuardrailLimits(exact, 1, 0))
                        .policies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.room()).isZero());
        assertThatThrownBy(() -> PolicyPlan.of(
                        PolicyType.RESOURCE_CONTROL, List.of(statement), new GuardrailLimits(exact - 1, 1, 0)))
                .hasMessage("statement 'Only' makes a resource control policy of " + exact + " characters, where "
                        + (exact - 1) + " are allowed; shorten its lists, with wildcards or paths in ARNs");
    }

    @Test
    void an_over_full_plan_is_refused_with_all_statements_and_their_sizes() {
        List<Statement> statements = List.of(statement("Small", 20), statement("Large", 300), statement("Middle", 100));

        assertThatThrownBy(() -> PolicyPlan.of(PolicyType.SERVICE_CONTROL, statements, new GuardrailLimits(470, 3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "3 statements with 790 characters need 2 service control policies of 470 characters, a target has"
                                + " room for 1; leave some out, shorten their lists, or attach some further up or down: "
                                + "Large (423), Middle (224), Small (143)");
    }

    @Test
    void the_report_names_policies_sizes_and_room() {
        List<Statement> statements = List.of(statement("A", 100), statement("B", 100), statement("C", 100));

        PolicyPlan plan = PolicyPlan.of(PolicyType.SERVICE_CONTROL, statements, new GuardrailLimits(500, 5, 1));

        assertThat(plan.freePolicies()).isEqualTo(2);
        assertThat(plan.render()).isEqualTo("""
                service control policies: 2 of the 4 that a target has room for, up to 500 characters each
                  1: 478 characters, 22 left: A, B
                  2: 258 characters, 242 left: C
                """);
    }

    /** AWS reads "true" and true alike; CloudFormation does not promise which of them it hands on. */
    @Test
    void numbers_and_booleans_are_text() {
        assertThat(PolicyPlan.of(
                                PolicyType.RESOURCE_CONTROL,
                                List.of(statement("A", 1)),
                                GuardrailLimits.resourceControl())
                        .policies()
                        .get(0)
                        .document()
                        .statements()
                        .get(0)
                        .conditions()
                        .all())
                .containsExactly(Condition.of(Comparison.NULL, "aws:a", "true"));
    }

    @Test
    void redundant_entries_are_taken_out() {
        Statement statement = Statement.deny("Twice")
                .everyone()
                .actions("s3:*", "s3:GetObject", "s3:*")
                .resources("*")
                .build();

        assertThat(PolicyPlan.of(PolicyType.RESOURCE_CONTROL, List.of(statement), GuardrailLimits.resourceControl())
                        .policies()
                        .get(0)
                        .document()
                        .statements())
                .singleElement()
                .satisfies(minified -> assertThat(minified.actions().patterns()).containsExactly("s3:*"));
    }

    /** What a token turns into is not known at synthesis: it is counted at its longest, and left as it is. */
    @Test
    void tokens_are_counted_at_their_longest() {
        String token = "${Token[Role.Arn.7]}";
        Statement statement = Statement.deny("Tokens")
                .actions("s3:*")
                .resources(token, "arn:aws:s3:::" + token + "/*")
                .build();

        PackedPolicy policy = PolicyPlan.of(
                        PolicyType.SERVICE_CONTROL, List.of(statement), GuardrailLimits.serviceControl())
                .policies()
                .get(0);

        String text = PolicyWriter.compact(policy.document());
        assertThat(text).contains(token);
        assertThat(policy.characters()).isGreaterThan(text.length() - 2 * token.length() + 2 * 90);
    }

    @Test
    void limits_without_room_are_refused() {
        for (int[] numbers : new int[][] {{0, 5, 1}, {100, 5, 5}, {100, 0, 0}, {100, 5, -1}}) {
            assertThatThrownBy(() -> new GuardrailLimits(numbers[0], numbers[1], numbers[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("leave no room");
        }
        assertThat(GuardrailLimits.serviceControl().taken(3).free()).isEqualTo(7);
    }

    /** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html; each root, unit and account has AWS's full access policy. */
    @Test
    void the_limits_are_those_of_aws() {
        assertThat(GuardrailLimits.resourceControl()).isEqualTo(new GuardrailLimits(5_120, 5, 1));
        assertThat(GuardrailLimits.serviceControl()).isEqualTo(new GuardrailLimits(10_240, 10, 1));
    }

    private List<Statement> statements(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> statement("S" + number, random.nextInt(500)))
                .toList();
    }

    private static Statement statement(String sid, int letters) {
        return Statement.deny(sid)
                .everyone()
                .actions("s3:GetObject")
                .resources("*")
                .when(Condition.absent("aws:" + "a".repeat(letters)))
                .build();
    }
}
