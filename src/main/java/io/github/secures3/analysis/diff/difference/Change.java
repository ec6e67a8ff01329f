package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.finding.Finding;
import java.util.Comparator;
import java.util.Objects;

/**
 * One change between two versions of an estate.
 *
 * <p>Changes are ordered by kind, then by direction, the weakened first, then by their findings.
 *
 * @param kind what it is about
 * @param direction what it does to security
 * @param finding what it is, with its place in both templates
 * @since 0.1
 */
public record Change(Kind kind, Direction direction, Finding finding) implements Comparable<Change> {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::kind).thenComparing(Change::direction).thenComparing(Change::finding);

    /** Checks that nothing is missing. */
    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(finding, "finding");
    }

    /** The same change with more words at the end of its message. */
    public Change saying(String more) {
        return new Change(kind, direction, finding.withMessage(finding.message() + more));
    }

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
