package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.rules.Control;
import io.github.secures3.analysis.rules.Framework;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which controls of which catalog the rules look at, and what they found. */
final class CoverageSection {

    private static final List<Framework> FRAMEWORKS = List.of(
            Framework.SECURITY_HUB,
            Framework.CIS_AWS_FOUNDATIONS,
            Framework.NIST_800_53_R5,
            Framework.PCI_DSS,
            Framework.HIPAA);

    /** From the best to the worst. */
    private enum State {
        CLEAN("nothing found", "ok"),
        UNDECIDED("undecided", "open"),
        FOUND("findings", "warn");

        private final String text;
        private final String style;

        State(String text, String style) {
            this.text = text;
            this.style = style;
        }
    }

    private final HtmlWriter out;
    private final Map<RuleId, State> states = new HashMap<>();

    private CoverageSection(HtmlWriter out, List<Finding> findings) {
        this.out = out;
        for (Finding finding : findings) {
            if (finding.severity().isAtLeast(Severity.WARNING)) {
                State state = finding.isUndecided() ? State.UNDECIDED : State.FOUND;
                states.merge(finding.rule(), state, (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
    }

    static void write(HtmlWriter out, RuleSet rules, List<Finding> findings) {
        Section.COVERAGE.open(out);
        out.element(
                "p",
                "A control counts as clean where every rule about it found nothing, also where the templates hold nothing that it is about.",
                "class",
                "hint");
        CoverageSection section = new CoverageSection(out, findings);
        FRAMEWORKS.forEach(framework -> section.framework(framework, rules));
        out.close();
    }

    private void framework(Framework framework, RuleSet rules) {
        Map<String, List<Rule>> byControl = new TreeMap<>(CoverageSection::naturally);
        for (Rule rule : rules.rules()) {
            for (Control control : rule.controls()) {
                if (control.framework() == framework) {
                    byControl
                            .computeIfAbsent(control.id(), id -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        if (byControl.isEmpty()) {
            return;
        }
        Map<State, Integer> counts = new HashMap<>();
        byControl.values().forEach(about -> counts.merge(state(about), 1, Integer::sum));
        out.open("details", "class", "fold")
                .open("summary")
                .element("strong", framework.text())
                .space();
        for (State state : State.values()) {
            int number = counts.getOrDefault(state, 0);
            if (number > 0) {
                out.element("span", number + " " + state.text, "class", "state " + state.style)
                        .space();
            }
        }
        out.close();
        table(framework, byControl);
        out.close();
    }

    private void table(Framework framework, Map<String, List<Rule>> byControl) {
        out.open("div", "class", "scroll", "role", "region", "aria-label", framework.text(), "tabindex", "0");
        out.open("table").open("thead").open("tr");
        out.element("th", "Control", "scope", "col").element("th", "State", "scope", "col");
        out.element("th", "Rules", "scope", "col").close().close().open("tbody");
        byControl.forEach((control, about) -> {
            State state = state(about);
            out.open("tr").element("th", control, "scope", "row");
            out.open("td")
                    .element("span", state.text, "class", "state " + state.style)
                    .close()
                    .open("td");
            for (Rule rule : about) {
                out.element("code", rule.id().text()).space();
            }
            out.close().close();
        });
        out.close().close().close();
    }

    private State state(List<Rule> about) {
        State worst = State.CLEAN;
        for (Rule rule : about) {
            State state = states.getOrDefault(rule.id(), State.CLEAN);
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return worst;
    }

    /** S3.9 before S3.10. */
    private static int naturally(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String id) {
        StringBuilder padded = new StringBuilder();
        int at = 0;
        while (at < id.length()) {
            int end = at;
            while (end < id.length() && Character.isDigit(id.charAt(end))) {
                end++;
            }
            if (end == at) {
                padded.append(id.charAt(at++));
            } else {
                padded.append("0".repeat(Math.max(0, 6 - (end - at)))).append(id, at, end);
                at = end;
            }
        }
        return padded.toString();
    }
}
