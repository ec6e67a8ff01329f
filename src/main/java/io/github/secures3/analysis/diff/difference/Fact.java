package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluator looks for.
 *
 * @param rule its rule id, {@code diff.} and the name of the fact
 * @param title what holds of a change that does not weaken it, in one sentence without a full stop
 * @param kind what it is about
 * @param weight how much a weakening weighs; one that is undecided weighs a warning at most, and everything else is a note
 * @since 0.1
 */
public record Fact(RuleId rule, String title, Kind kind, Severity weight) {

    private static final String PREFIX = "diff.";

    /** Checks that nothing is missing. */
    public Fact {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(weight, "weight");
    }

    /** A fact with this name, such as {@code versioning}. */
    public static Fact of(String name, String title, Kind kind, Severity weight) {
        return new Fact(RuleId.of(PREFIX + name), title, kind, weight);
    }

    /** Whether a rule is one of comparisons. */
    public static boolean isRule(RuleId rule) {
        return rule.text().startsWith(PREFIX);
    }

    /** The same fact where a weakening weighs this much. */
    public Fact weighing(Severity other) {
        return new Fact(rule, title, kind, other);
    }

    /** A change of a resource that both versions have, at its definitions. */
    public Change changed(Pair<?> pair, Direction direction, String message, String fix) {
        return changed(pair, pair.base().element().at(), pair.head().element().at(), direction, message, fix);
    }

    /** A change of a resource that both versions have, at these places. */
    public Change changed(Pair<?> pair, Location base, Location head, Direction direction, String message, String fix) {
        return change(pair.head().element(), head, base, direction, message, fix);
    }

    /** Something that the newer version lacks: a resource. */
    public Change removed(Resource resource, Direction direction, String message, String fix) {
        return removed(resource, resource.element().at(), direction, message, fix);
    }

    /** Something that the newer version lacks: what stands at this place in a resource of the older one. */
    public Change removed(Resource resource, Location at, Direction direction, String message, String fix) {
        return change(resource.element(), at, at, direction, message, fix);
    }

    /** Something that the older version lacks: a resource. */
    public Change added(Resource resource, Direction direction, String message, String fix) {
        return added(resource, resource.element().at(), direction, message, fix);
    }

    /** Something that the older version lacks: what stands at this place in a resource of the newer one. */
    public Change added(Resource resource, Location at, Direction direction, String message, String fix) {
        return change(resource.element(), at, null, direction, message, fix);
    }

    private Change change(
            Element element, Location at, @Nullable Location base, Direction direction, String message, String fix) {
        return new Change(
                kind,
                direction,
                new Finding(
                        rule,
                        severity(direction),
                        element.id(),
                        element.constructPath(),
                        at,
                        base,
                        message,
                        fixOf(direction, fix),
                        List.of()));
    }

    private static String fixOf(Direction direction, String fix) {
        return direction.countsAsWeakened() ? fix : "";
    }

    private Severity severity(Direction direction) {
        return switch (direction) {
            case WEAKENED -> weight;
            case UNDECIDED -> weight.isAtLeast(Severity.WARNING) ? Severity.WARNING : weight;
            case NEUTRAL, STRENGTHENED -> Severity.NOTE;
        };
    }
}
