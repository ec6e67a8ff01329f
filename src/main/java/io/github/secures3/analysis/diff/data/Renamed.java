package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bucket, access point, key, vault or the like that has another logical id, or stands in another stack. CloudFormation knows resources by these
 * alone: it makes a new one and gives the old one up.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-refactoring.html">Stack refactoring</a>
 * @since 0.1
 */
public final class Renamed implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "renamed",
            "buckets, keys, vaults and access points keep their logical ids and stacks",
            Kind.DATA_AT_RISK,
            Severity.ERROR);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Optional<StatefulType> type = StatefulType.of(pair.base());
            if (type.isPresent() && differences.isRenamed(pair)) {
                changes.add(change(pair, type.get(), differences.staysInItsStack(pair)));
            }
        }
        return changes;
    }

    private static Change change(Pair<Resource> pair, StatefulType type, boolean here) {
        Element older = pair.base().element();
        Element newer = pair.head().element();
        Fate fate = Fate.of(older.deletionPolicy());
        String how = here
                ? "the logical id was " + older.logicalId() + " and is " + newer.logicalId()
                : "it was " + older.id() + " and is " + newer.id();
        return FACT.weighing(fate.weight())
                .changed(
                        pair,
                        Direction.WEAKENED,
                        "the " + type.word() + " is replaced by a new one, as " + how + "; the old one " + fate.text(),
                        "keep the logical id and the stack, or move the resource with a stack refactoring");
    }
}
