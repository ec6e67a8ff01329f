package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.statement.Extent;
import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the two versions of a policy allow, taken as a whole: statements that are written otherwise and allow the same are no change.
 *
 * @param opens whether the newer may allow what the older does not
 * @param closes whether the older may allow what the newer does not
 */
record PolicyMeaning(boolean opens, boolean closes) {

    private static final long STEPS = 20_000_000;

    /**
     * What two versions of a policy mean.
     *
     * @param gone the statements that only the older version has
     * @param added the statements that only the newer version has
     */
    static PolicyMeaning of(
            String label,
            Value<LocatedPolicy> base,
            Value<LocatedPolicy> head,
            List<Statement> gone,
            List<Statement> added) {
        boolean complete = base.known().filter(LocatedPolicy::isComplete).isPresent()
                && head.known().filter(LocatedPolicy::isComplete).isPresent();
        if (!complete) {
            return new PolicyMeaning(true, true);
        }
        PolicyDocument older = base.known().orElseThrow().knownPart();
        PolicyDocument newer = head.known().orElseThrow().knownPart();
        return new PolicyMeaning(
                mayOpen(gone, added) && mayOpen(label, older, newer),
                mayOpen(added, gone) && mayOpen(label, newer, older));
    }

    /** Whether the change of statements can open anything at all, as far as that shows without a proof. */
    private static boolean mayOpen(List<Statement> gone, List<Statement> added) {
        boolean same = gone.size() == 1
                && added.size() == 1
                && gone.get(0).effect() == added.get(0).effect();
        if (same) {
            Extent extent = Extent.of(gone.get(0), added.get(0));
            Extent closing = StatementWords.isAllow(gone.get(0)) ? Extent.LESS : Extent.MORE;
            return extent != Extent.SAME && extent != closing;
        }
        return added.stream().anyMatch(StatementWords::isAllow)
                || !gone.stream().allMatch(StatementWords::isAllow);
    }

    /** The changes of statements that change what is allowed. */
    List<Change> meant(List<Change> written) {
        List<Change> meant = new ArrayList<>(written);
        meant.removeIf(change -> (change.direction() == Direction.WEAKENED && !opens)
                || (change.direction() == Direction.STRENGTHENED && !closes));
        return meant;
    }

    private static boolean mayOpen(String label, PolicyDocument older, PolicyDocument newer) {
        return !PolicyComparison.allowsNothingNew(typeOf(label), older, newer, STEPS);
    }

    private static PolicyType typeOf(String label) {
        if (label.startsWith("inline polic") || label.equals("managed policy")) {
            return PolicyType.IDENTITY;
        }
        return label.equals("trust policy") ? PolicyType.ANY : PolicyType.RESOURCE;
    }
}
