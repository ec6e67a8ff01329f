package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.rules.RuleFolder.Case;
import io.github.secures3.analysis.rules.RuleFolder.Verdict;
import io.github.secures3.testing.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule finds in the templates of its folder. */
class RuleFoldersTest {

    @ParameterizedTest
    @MethodSource("cases")
    void finds_what_the_folder_says(Case example) {
        List<Finding> findings = example.findings();

        switch (example.verdict()) {
            case PASSES -> assertThat(findings).isEmpty();
            case FAILS -> assertThat(findings).anyMatch(finding -> !finding.isUndecided());
            case UNDECIDED -> assertThat(findings).isNotEmpty().allMatch(Finding::isUndecided);
        }
        if (example.verdict() != Verdict.PASSES) {
            Golden.check(example.expected(), example.text());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_has_a_template_that_passes_and_one_that_does_not(Rule rule) {
        assertThat(new RuleFolder(rule.id().text()).cases().stream().map(Case::verdict))
                .contains(Verdict.PASSES)
                .containsAnyOf(Verdict.FAILS, Verdict.UNDECIDED);
    }

    @Test
    void every_folder_belongs_to_a_rule() {
        assertThat(RuleFolder.folders())
                .isSubsetOf(RuleSet.standard().rules().stream()
                        .map(rule -> rule.id().text())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void an_empty_estate_breaks_no_rule(Rule rule) {
        assertThat(RuleSet.of(List.of(rule)).check(new Estate(List.of(), List.of(), List.of(), List.of())))
                .isEmpty();
    }

    static Stream<Rule> rules() {
        return RuleSet.standard().rules().stream();
    }

    static Stream<Case> cases() {
        return rules().flatMap(rule -> new RuleFolder(rule.id().text()).cases().stream());
    }
}
