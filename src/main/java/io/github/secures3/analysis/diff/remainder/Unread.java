package io.github.secures3.analysis.diff.remainder;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version hides and the other does not, or hides in another form: nested stacks whose templates are not among the files, macros, loops,
 * modules. Behind each may be anything.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html">Nested stacks</a>
 * @since 0.1
 */
public final class Unread implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "unread",
            "nothing is hidden behind nested templates, macros and loops that was not before",
            Kind.OTHER,
            Severity.WARNING);
    private static final String FIX = "compare synthesized assemblies, or templates with everything written out";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        Map<String, Gap> older = new HashMap<>();
        for (Gap gap : differences.base().gaps()) {
            String stack = differences
                    .base()
                    .stack(gap.stack())
                    .flatMap(differences::headOf)
                    .map(Stack::id)
                    .orElse(gap.stack());
            older.put(stack + "/" + gap.name(), gap);
        }
        List<Change> changes = new ArrayList<>();
        for (Gap gap : differences.head().gaps()) {
            String id = gap.stack() + "/" + gap.name();
            Gap before = older.remove(id);
            if (before == null) {
                changes.add(change(id, gap.at(), null, "is newly hidden", gap));
            } else if (isAnother(before, gap, differences)) {
                changes.add(change(id, gap.at(), before.at(), "may be another than before", gap));
            }
        }
        older.forEach((id, gap) -> changes.add(change(id, gap.at(), gap.at(), "was hidden", gap)));
        return changes;
    }

    private static Change change(String id, Location at, @Nullable Location base, String what, Gap gap) {
        return new Change(
                FACT.kind(),
                Direction.UNDECIDED,
                new Finding(
                        FACT.rule(),
                        Severity.WARNING,
                        id,
                        null,
                        at,
                        base,
                        "what " + gap.name() + " stands for " + what + ": " + gap.reason(),
                        FIX,
                        List.of()));
    }

    /** Whether something else is written there; a macro may turn any change of its template into anything. */
    private static boolean isAnother(Gap base, Gap head, Differences differences) {
        return !base.content().equals(head.content())
                || (head.name().equals("Transform") && hasChanged(head.stack(), differences));
    }

    private static boolean hasChanged(String stack, Differences differences) {
        return differences.pairs().stream().anyMatch(pair -> isIn(stack, pair.head()) && !pair.hasSameProperties())
                || differences.added().stream().anyMatch(resource -> isIn(stack, resource))
                || differences.removed().stream().anyMatch(resource -> wasIn(stack, resource, differences));
    }

    private static boolean isIn(String stack, Resource resource) {
        return resource.element().stack().equals(stack);
    }

    private static boolean wasIn(String stack, Resource resource, Differences differences) {
        return differences
                .base()
                .stack(resource.element().stack())
                .flatMap(differences::headOf)
                .filter(became -> became.id().equals(stack))
                .isPresent();
    }
}
