package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.prove.StatedInvariant;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Invariants that somebody stated, among the rules. */
class StatedInvariantHoldsTest {

    private static final String CLOSED = """
        {"Resources": {
          "Data": {"Type": "AWS::S3::Bucket"}
          %s
        }}\
        """;
    private static final String GAP = """
        , "Part": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "https://example.com/part.json"}}\
        """;

    @Test
    void one_that_holds_is_not_found_and_one_that_does_not_is_an_error_with_a_request() {
        List<Finding> findings = check(estate(""), Invariants.noAnonymousAccess(), Invariants.noPlainHttp());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule().text()).isEqualTo("invariant.no-plain-http");
            assertThat(finding.isUndecided()).isFalse();
            assertThat(finding.message())
                    .isEqualTo("the invariant does not hold: no request over plain HTTP is allowed");
            assertThat(FailOn.ERROR.isReachedBy(finding, rules(Invariants.noPlainHttp())))
                    .isTrue();
        });
    }

    @Test
    void what_could_not_be_read_leaves_it_undecided_and_that_fails_as_an_error_would() {
        List<Finding> findings = check(estate(GAP), Invariants.noAnonymousAccess());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.isUndecided()).isTrue();
            assertThat(finding.evidence().get(0).text()).contains("Part at template:3:", "could not be read");
            assertThat(FailOn.ERROR.isReachedBy(finding, rules(Invariants.noAnonymousAccess())))
                    .isTrue();
            assertThat(FailOn.NEVER.isReachedBy(finding, rules(Invariants.noAnonymousAccess())))
                    .isFalse();
        });
    }

    @Test
    void those_of_one_name_are_one_rule_and_names_of_tenants_become_ids() {
        RuleSet rules = rules(
                Invariants.outOfReachFor("tenant", "Team Red!", "blue/"),
                Invariants.outOfReachFor("tenant", "Team Red!", "green/"),
                Invariants.noPlainHttp());

        assertThat(rules.rules())
                .extracting(rule -> rule.id().text())
                .containsExactly("invariant.out-of-reach-for-team-red", "invariant.no-plain-http");
        assertThat(rules.rules().get(0).title()).contains("blue/", "; ", "green/");
    }

    private static Estate estate(String more) {
        return EstateReader.readText(
                "template",
                CLOSED.formatted(more),
                ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    }

    private static List<Finding> check(Estate estate, Invariant... invariants) {
        return rules(invariants).check(estate);
    }

    private static RuleSet rules(Invariant... invariants) {
        return RuleSet.of(StatedInvariantHolds.all(
                Stream.of(invariants).map(StatedInvariant::aboutAll).toList()));
    }
}
