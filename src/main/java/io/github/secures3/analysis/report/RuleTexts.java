package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
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

    private final Map<RuleId, RuleText> byId = new LinkedHashMap<>();

    private RuleTexts(Collection<RuleText> texts) {
        texts.forEach(text -> byId.put(text.id(), text));
    }

    /** These texts; of two for one rule the later counts. */
    public static RuleTexts of(Collection<RuleText> texts) {
        return new RuleTexts(texts);
    }

    /** No texts, so that rules are called by the words of their ids. */
    public static RuleTexts none() {
        return new RuleTexts(List.of());
    }

    /** All texts in their order, and one for each other rule that has findings. */
    List<RuleText> withThoseOf(List<Finding> findings) {
        Map<RuleId, RuleText> all = new LinkedHashMap<>(byId);
        findings.forEach(
                finding -> all.computeIfAbsent(finding.rule(), id -> RuleText.unknown(id, finding.severity())));
        return List.copyOf(all.values());
    }

    /** The text about the rule of a finding. */
    RuleText of(Finding finding) {
        RuleText known = byId.get(finding.rule());
        return known == null ? RuleText.unknown(finding.rule(), finding.severity()) : known;
    }
}
