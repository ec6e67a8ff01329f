package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack with buckets, keys, vaults or the like that goes to another account or Region, where CloudFormation makes all of it anew and leaves the old
 * stack behind. Under another name the same happens.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html">Stacks</a>
 * @since 0.1
 */
public final class StackPlace implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "stack-place",
            "stacks with buckets, keys or vaults keep their account, Region and name",
            Kind.DATA_AT_RISK,
            Severity.ERROR);
    private static final String FIX = "deploy the stack where it was and under its name, or move its data over first";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Stack base : differences.base().stacks()) {
            boolean holdsData = differences.base().resources().stream()
                    .anyMatch(resource -> resource.element().stack().equals(base.id())
                            && StatefulType.of(resource).isPresent());
            differences
                    .headOf(base)
                    .filter(head -> holdsData && head.parent() == null)
                    .ifPresent(head -> {
                        compare(base, head, "account", base.account(), head.account(), changes);
                        compare(base, head, "Region", base.region(), head.region(), changes);
                        if (base.name().known().isPresent()
                                && head.name().known().isPresent()) {
                            compare(base, head, "name", base.name(), head.name(), changes);
                        }
                    });
        }
        return changes;
    }

    private static void compare(
            Stack base, Stack head, String what, Value<String> older, Value<String> newer, List<Change> changes) {
        if (older.asText().equals(newer.asText())) {
            return;
        }
        boolean sure = !older.isUnknown() && !newer.isUnknown();
        changes.add(new Change(
                FACT.kind(),
                sure ? Direction.WEAKENED : Direction.UNDECIDED,
                new Finding(
                        FACT.rule(),
                        sure ? Severity.ERROR : Severity.WARNING,
                        head.id(),
                        null,
                        new Location(head.file(), 1, 1, ""),
                        new Location(base.file(), 1, 1, ""),
                        "the " + what + " of the stack was " + older.asText().orElse("") + " and is "
                                + newer.asText().orElse("")
                                + ": everything in it is made anew, and the old stack stays",
                        FIX,
                        List.of())));
    }
}
