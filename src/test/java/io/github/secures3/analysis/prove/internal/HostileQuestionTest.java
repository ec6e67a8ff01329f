package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Policies that are written to be hard, or that are large, end in an answer or by their budget; how long that takes is counted, not timed. */
class HostileQuestionTest {

    private static final long STEPS = 20_000_000;
    private static final Statement READS = Statement.deny("Asked")
            .everyone()
            .actions("s3:GetObject")
            .resources("arn:aws:s3:::data/*")
            .build();

    @Test
    void patterns_whose_automata_explode_end_by_the_budget() {
        assertThat(answer(
                        Statement.allow("A")
                                .everyone()
                                .actions("s3:*")
                                .resources("*")
                                .build(),
                        denying("D1", i -> "arn:aws:s3:::data/*" + "ab".charAt(i % 2) + "?".repeat(14 + i) + "b*", 6),
                        denying("D2", i -> "arn:aws:s3:::data/" + "?".repeat(i), 20)))
                .isIn("example", "budget");
    }

    @Test
    void a_pattern_that_others_only_just_do_not_cover_ends_by_the_budget_or_with_an_answer() {
        assertThat(answer(
                        Statement.allow("A")
                                .everyone()
                                .actions("s3:*")
                                .resources("arn:aws:s3:::data/*a????????????????b*")
                                .build(),
                        denying("D3", i -> "arn:aws:s3:::data/*b" + "?".repeat(i) + "a*", 17),
                        denying("D4", i -> "arn:aws:s3:::data/*a" + "?".repeat(i) + "a*", 17)))
                .isIn("example", "none", "budget");
    }

    @Test
    void thousands_of_statements_have_an_answer() {
        List<Statement> statements = new ArrayList<>();
        for (int at = 0; at < 3_000; at++) {
            statements.add(Statement.allow("S" + at)
                    .everyone()
                    .actions("s3:GetObject")
                    .resources("arn:aws:s3:::data/" + at + "/*")
                    .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "team-" + at))
                    .build());
        }
        assertThat(answer(statements.toArray(Statement[]::new))).isEqualTo("example");
    }

    @Test
    void long_lists_of_values_addresses_and_numbers_have_an_answer_or_end_by_the_budget() {
        assertThat(answer(
                        Statement.allow("A")
                                .everyone()
                                .actions("s3:*")
                                .resources("*")
                                .build(),
                        denied("aws:SourceIp", Comparison.IP_ADDRESS, i -> "10." + i / 250 + "." + i % 250 + ".0/24"),
                        denied("aws:PrincipalTag/team", Comparison.STRING_LIKE, i -> "team-" + i + "-*"),
                        denied("aws:MultiFactorAuthAge", Comparison.NUMERIC_EQUALS, String::valueOf)))
                .isIn("example", "budget");
    }

    @Test
    void a_value_longer_than_any_request_carries_belongs_to_no_request() {
        Statement everything =
                Statement.allow("A").everyone().actions("s3:*").resources("*").build();
        assertThat(answerTo(readsOfTeam("x".repeat(AccessRequest.MAX_LENGTH)), everything))
                .isEqualTo("example");
        assertThat(answerTo(readsOfTeam("x".repeat(AccessRequest.MAX_LENGTH + 1)), everything))
                .isEqualTo("none");
    }

    private static Statement readsOfTeam(String team) {
        return Statement.deny("Asked")
                .everyone()
                .actions("s3:GetObject")
                .resources("arn:aws:s3:::data/*")
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", team))
                .build();
    }

    private static Statement denying(String sid, IntFunction<String> resource, int count) {
        return Statement.deny(sid)
                .everyone()
                .actions("s3:*")
                .resources(IntStream.range(0, count).mapToObj(resource).toList())
                .build();
    }

    private static Statement denied(String key, Comparison comparison, IntFunction<String> value) {
        return Statement.deny("D" + comparison.text())
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(Condition.of(
                        comparison,
                        key,
                        IntStream.range(0, 2_000).mapToObj(value).toList()))
                .build();
    }

    private static String answer(Statement... policy) {
        return answerTo(READS, policy);
    }

    private static String answerTo(Statement asked, Statement... policy) {
        Situation situation = Situation.builder()
                .resourceAccount("111122223333")
                .resourcePolicy(AttachedPolicy.of(PolicyDocument.of(policy)))
                .build();
        Inquiry.Scene scene = new Inquiry.Scene(CallerScope.everyone(), situation, "arn:aws:s3:::data");
        try {
            Inquiry inquiry =
                    Inquiry.about(scene, List.of(asked), new Budget(STEPS)).get(0);
            Optional<AccessRequest> example = inquiry.example(asked, true, Set.of());
            if (example.isPresent()) {
                return "example";
            }
            return inquiry.doubt(asked, true).isPresent() ? "doubt" : "none";
        } catch (OutOfBudgetException e) {
            return "budget";
        }
    }
}
