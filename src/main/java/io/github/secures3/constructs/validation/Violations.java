package io.github.secures3.constructs.validation;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.Shown;
import io.github.secures3.analysis.rules.AcknowledgedRule;
import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awscdk.PolicyViolatingResource;
import software.amazon.awscdk.PolicyViolation;

/**
 * Findings as the CDK reports them.
 *
 * <p>The CDK takes an acknowledgement of a rule's name, wherever it was made, for one that holds in the whole app. So each finding has a name of its own, which
 * no acknowledgement of another matches; and what fails the synthesis is {@code fatal}, which the CDK lets nobody acknowledge.
 */
final class Violations {

    private static final String FAILS = "fatal";
    private static final int LONGEST = 2_000;
    private static final Map<String, String> METHODS =
            Map.of(" with --parameter", " with parameters(...)", " with --within", " with organization(...)");
    private static final RuleTexts PAGES = RuleTexts.of(RuleSet.standard());

    /** The CDK shows a violation once for each of its resources, so one that is about none needs one, too. */
    private static final PolicyViolatingResource NOWHERE = PolicyViolatingResource.builder()
            .constructPath("")
            .locations(List.of())
            .build();

    private final CheckedAssembly checked;
    private final FailOn failOn;

    Violations(CheckedAssembly checked, FailOn failOn) {
        this.checked = checked;
        this.failOn = failOn;
    }

    /** Nothing was found, for nothing could be looked at. */
    static PolicyViolation notChecked(String why) {
        return PolicyViolation.builder()
                .ruleName("not-checked")
                .severity(FAILS)
                .description("the templates were not checked: " + shown(why))
                .violatingResources(List.of(NOWHERE))
                .build();
    }

    boolean fails(Finding finding) {
        return failOn.isReachedBy(finding, checked.rules());
    }

    PolicyViolation of(Finding finding) {
        return PolicyViolation.builder()
                .ruleName(AcknowledgedRule.of(finding))
                .severity(severity(finding))
                .description(description(finding))
                .fix(fix(finding))
                .ruleMetadata(metadata(finding))
                .violatingResources(List.of(resource(finding)))
                .build();
    }

    private String severity(Finding finding) {
        if (fails(finding)) {
            return FAILS;
        }
        return finding.severity() == Severity.NOTE ? "info" : "warning";
    }

    /** The message, and one piece of each kind of evidence; {@code secure-s3 check} shows all. */
    private String description(Finding finding) {
        StringBuilder text = new StringBuilder();
        if (checked.stackOf(finding).isEmpty()) {
            text.append(Shown.line(finding.at().text())).append(": ");
        }
        if (finding.severity() == Severity.ERROR && !fails(finding)) {
            text.append("error: ");
        }
        text.append(shown(finding.message()));
        Set<Evidence.Kind> told = EnumSet.noneOf(Evidence.Kind.class);
        for (Evidence evidence : finding.evidence()) {
            if (told.add(evidence.kind())) {
                text.append("\n   ").append(evidence.kind().text()).append(": ").append(shown(evidence.text()));
            }
        }
        return text.toString();
    }

    /** Texts of rules name options of the command line; here the builder has methods for the same. */
    private static String shown(String text) {
        String line = Shown.line(text);
        for (Map.Entry<String, String> option : METHODS.entrySet()) {
            line = line.replace(option.getKey(), option.getValue());
        }
        return Shown.cut(line, LONGEST);
    }

    private String fix(Finding finding) {
        Optional<Rule> rule = checked.rules().rule(finding.rule());
        String hint = "";
        if (rule.isPresent() && rule.get().severity() != Severity.ERROR) {
            hint = "; or acknowledge " + finding.rule() + " on the construct, with a reason";
        } else if (finding.evidence().stream().anyMatch(each -> each.kind() == Evidence.Kind.REASON)
                && rule.isPresent()) {
            hint = "; an acknowledgement does not lift an error, a baseline does until a day";
        }
        return shown(finding.fix() + hint);
    }

    private Map<String, String> metadata(Finding finding) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("rule", finding.rule().text());
        metadata.put("severity", finding.severity().text());
        if (finding.isUndecided()) {
            metadata.put("undecided", "true");
        }
        String page = PAGES.of(finding).page();
        if (page != null) {
            metadata.put("page", page);
        }
        return metadata;
    }

    private PolicyViolatingResource resource(Finding finding) {
        Optional<Stack> stack = checked.stackOf(finding);
        if (stack.isEmpty()) {
            return NOWHERE;
        }
        String logicalId = finding.resource().substring(finding.resource().lastIndexOf('/') + 1);
        String beginning = "/Resources/" + logicalId + "/";
        String pointer = finding.at().pointer();
        boolean within = pointer.startsWith(beginning)
                && finding.at().file().equals(stack.get().file());
        return PolicyViolatingResource.builder()
                .resourceLogicalId(logicalId)
                .templatePath(stack.get().file())
                .constructPath(finding.constructPath())
                .locations(within ? List.of(pointer.substring(beginning.length())) : List.of())
                .build();
    }
}
