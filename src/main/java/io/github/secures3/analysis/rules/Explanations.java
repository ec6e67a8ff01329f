package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.OptOut;

/**
 * Turns findings that the template itself explains into notes: by the opt-out of a secure construct, by an acknowledgement of the rule, or by
 * one of another tool's rule that asks for the same. Only a reason explains, and nothing explains an error away.
 */
final class Explanations {

    private Explanations() {}

    static Finding apply(Rule rule, Element element, Finding finding) {
        Finding explained = finding;
        for (OptOut optOut : element.optOuts()) {
            if (rule.profile().optOuts().contains(optOut.method())) {
                explained = explained(rule, explained, optOut.method(), optOut.reason());
            }
        }
        for (Acknowledgement acknowledgement : element.acknowledgements()) {
            AcknowledgedRule named = AcknowledgedRule.parse(acknowledgement.rule());
            if (named.isAbout(rule, element)) {
                explained = explained(rule, explained, named.withoutPlugin(), acknowledgement.reason());
            }
        }
        return explained;
    }

    private static Finding explained(Rule rule, Finding finding, String by, String reason) {
        if (reason.isBlank()) {
            return finding.with(Evidence.Kind.REASON, by + " is acknowledged without a reason, which explains nothing");
        }
        Finding shown = finding.with(Evidence.Kind.REASON, by + ": " + reason);
        return rule.severity() == Severity.ERROR ? shown : shown.withSeverity(Severity.NOTE);
    }
}
