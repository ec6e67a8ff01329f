package io.github.secures3.analysis.finding;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule, a proof or a comparison found.
 *
 * <p>Findings are ordered by severity, the heaviest first, then by resource, rule, place and message, so that reports of the same templates
 * are the same text.
 *
 * @param rule what kind of finding it is
 * @param severity how much it weighs
 * @param resource the resource, as stack and logical id, such as {@code Orders/Data}
 * @param constructPath the CDK construct path of the resource, or null where the template names none
 * @param at where to look; for a comparison the place in the newer template, or in the older where the newer has none
 * @param base the place in the older template of a comparison, or null
 * @param message what is wrong, in one sentence without a full stop
 * @param fix what to do about it, in one sentence without a full stop; empty where nothing needs to be done
 * @param evidence what shows it
 * @since 0.1
 */
public record Finding(
        RuleId rule,
        Severity severity,
        String resource,
        @Nullable String constructPath,
        Location at,
        @Nullable Location base,
        String message,
        String fix,
        List<Evidence> evidence)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::resource)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.at().file())
            .thenComparing(finding -> finding.at().line())
            .thenComparing(finding -> finding.at().pointer())
            .thenComparing(Finding::message);

    /** Copies the evidence and checks that nothing is missing. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
        evidence = List.copyOf(evidence);
    }

    /** A finding about this element, at its definition, without evidence. */
    public static Finding of(RuleId rule, Severity severity, Element element, String message, String fix) {
        return new Finding(
                rule, severity, element.id(), element.constructPath(), element.at(), null, message, fix, List.of());
    }

    /** The same finding at a narrower place. */
    public Finding at(Location place) {
        return new Finding(rule, severity, resource, constructPath, place, base, message, fix, evidence);
    }

    /** The same finding with its place in the older template. */
    public Finding withBase(Location place) {
        return new Finding(rule, severity, resource, constructPath, at, place, message, fix, evidence);
    }

    /** The same finding with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, resource, constructPath, at, base, message, fix, evidence);
    }

    /** The same finding in other words. */
    public Finding withMessage(String other) {
        return new Finding(rule, severity, resource, constructPath, at, base, other, fix, evidence);
    }

    /** The same finding with more evidence. */
    public Finding with(Evidence.Kind kind, String text) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(new Evidence(kind, text));
        return new Finding(rule, severity, resource, constructPath, at, base, message, fix, more);
    }

    /** Whether this says that something could not be decided, rather than that it is wrong. */
    public boolean isUndecided() {
        return evidence.stream().anyMatch(each -> each.kind() == Evidence.Kind.UNDECIDED);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
