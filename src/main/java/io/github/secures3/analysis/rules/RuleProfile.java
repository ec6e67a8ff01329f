package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be said about a rule apart from what it finds.
 *
 * @param id its id
 * @param severity how much a violation weighs
 * @param title what should be so, in one sentence without a full stop
 * @param page the AWS page that says so
 * @param controls the controls that ask for the same, in the order of the catalogs
 * @param optOuts the methods of secure constructs whose reason explains a violation
 * @since 0.1
 */
public record RuleProfile(
        RuleId id, Severity severity, String title, String page, List<Control> controls, Set<String> optOuts) {

    /** Copies the lists and checks that nothing is missing. */
    public RuleProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(page, "page");
        controls = List.copyOf(controls);
        optOuts = Set.copyOf(optOuts);
    }

    /** Starts the profile of a rule. */
    static Builder of(String id, Severity severity, String title, String page) {
        return new Builder(id, severity, title, page);
    }

    /** Collects controls and opt-outs. */
    static final class Builder {

        private final String id;
        private final Severity severity;
        private final String title;
        private final String page;
        private final Set<Control> controls = new TreeSet<>();
        private final List<String> optOuts = new ArrayList<>();

        private Builder(String id, Severity severity, String title, String page) {
            this.id = id;
            this.severity = severity;
            this.title = title;
            this.page = page;
        }

        /** Controls of one catalog that the rule covers, and with them the requirements that they stand for. */
        Builder covers(Framework framework, String... ids) {
            for (String each : ids) {
                Control control = new Control(framework, each);
                controls.add(control);
                controls.addAll(RelatedRequirements.of(control));
            }
            return this;
        }

        /** Methods of secure constructs whose reason explains a violation. */
        Builder explainedBy(String... methods) {
            optOuts.addAll(Arrays.asList(methods));
            return this;
        }

        RuleProfile build() {
            return new RuleProfile(RuleId.of(id), severity, title, page, List.copyOf(controls), Set.copyOf(optOuts));
        }
    }
}
