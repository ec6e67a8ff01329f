package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.DiffEvaluators;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.rules.Control;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reports say about rules, by id.
 *
 * @since 0.1
 */
public final class RuleTexts {

    private static final String COMPARED = Tool.PAGE + "/blob/main/docs/diff.md#what-is-compared";

    private final Map<RuleId, RuleText> byId = new LinkedHashMap<>();

    private RuleTexts(Collection<RuleText> texts) {
        texts.forEach(text -> byId.put(text.id(), text));
    }

    /** These texts; of two for one rule the later counts. */
    public static RuleTexts of(Collection<RuleText> texts) {
        return new RuleTexts(texts);
    }

    /** The texts of these rules; the page of each is the one in this library's documentation. */
    public static RuleTexts of(RuleSet rules) {
        return new RuleTexts(rules.rules().stream().map(RuleTexts::text).toList());
    }

    private static RuleText text(Rule rule) {
        return new RuleText(
                rule.id(),
                rule.severity(),
                rule.title(),
                Tool.PAGE + "/blob/main/docs/rules/" + rule.id() + ".md",
                rule.controls().stream().map(Control::toString).toList());
    }

    /** The texts of the rules of comparisons. */
    public static RuleTexts ofComparisons() {
        return new RuleTexts(DiffEvaluators.facts().stream()
                .map(fact -> new RuleText(fact.rule(), fact.weight(), fact.title(), COMPARED, List.of()))
                .toList());
    }

    /** All texts in their order, and one for each other rule that has findings. */
    List<RuleText> withThoseOf(List<Reported> findings) {
        Map<RuleId, RuleText> all = new LinkedHashMap<>(byId);
        findings.forEach(each -> all.computeIfAbsent(
                each.finding().rule(), id -> RuleText.unknown(id, each.finding().severity())));
        return List.copyOf(all.values());
    }

    /** The text about the rule of a finding. */
    public RuleText of(Finding finding) {
        RuleText known = byId.get(finding.rule());
        return known == null ? RuleText.unknown(finding.rule(), finding.severity()) : known;
    }
}
