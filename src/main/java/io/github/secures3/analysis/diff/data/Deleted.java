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
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bucket, access point, key, vault or the like that is no longer in the templates, or that is there only if a condition holds which cannot be
 * decided. One that is new is neutral.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @since 0.1
 */
public final class Deleted implements DiffEvaluator {

    private static final Fact DELETED =
            Fact.of("deleted", "no bucket, key, vault or access point is deleted", Kind.DATA_AT_RISK, Severity.ERROR);
    private static final Fact ADDED =
            Fact.of("added", "new buckets, keys, vaults and access points are named", Kind.DATA_AT_RISK, Severity.NOTE);

    @Override
    public List<Fact> facts() {
        return List.of(DELETED, ADDED);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Resource resource : differences.removed()) {
            boolean hidden = isHidden(resource, differences);
            StatefulType.of(resource).ifPresent(type -> changes.add(removed(resource, type, hidden)));
        }
        for (Resource resource : differences.added()) {
            StatefulType.of(resource)
                    .ifPresent(type -> changes.add(
                            ADDED.added(resource, Direction.NEUTRAL, "the " + type.word() + " is new", "")));
        }
        for (Pair<Resource> pair : differences.pairs()) {
            StatefulType.of(pair.head()).filter(type -> mayVanish(pair)).ifPresent(type -> {
                Value<Boolean> presence = pair.head().element().presence();
                changes.add(DELETED.changed(
                        pair,
                        Direction.UNDECIDED,
                        "the " + type.word() + " may be deleted, as "
                                + presence.whyUnknown().orElse(""),
                        "give the parameter of the condition a value, or take the condition away"));
            });
        }
        return changes;
    }

    private static boolean mayVanish(Pair<Resource> pair) {
        Element older = pair.base().element();
        Element newer = pair.head().element();
        return newer.presence().isUnknown()
                && !newer.presence().asText().equals(older.presence().asText());
    }

    /** Whether the newer version still names the nested stack of the resource, but its template is not among the files. */
    private static boolean isHidden(Resource resource, Differences differences) {
        Optional<Stack> stack = differences.base().stack(resource.element().stack());
        while (stack.isPresent() && differences.headOf(stack.get()).isEmpty()) {
            String id = stack.get().id();
            String parent = stack.get().parent();
            if (parent == null) {
                return false;
            }
            String name = id.substring(parent.length() + 1);
            stack = differences.base().stack(parent);
            String above = stack.flatMap(differences::headOf).map(Stack::id).orElse("");
            if (differences.head().gaps().stream()
                    .anyMatch(gap -> gap.stack().equals(above) && gap.name().equals(name))) {
                return true;
            }
        }
        return false;
    }

    private static Change removed(Resource resource, StatefulType type, boolean hidden) {
        Fate fate = Fate.of(resource.element().deletionPolicy());
        return DELETED.weighing(fate.weight())
                .removed(
                        resource,
                        hidden ? Direction.UNDECIDED : Direction.WEAKENED,
                        hidden
                                ? "whether the " + type.word()
                                        + " is still there cannot be told, as the template of its"
                                        + " nested stack is not among the files"
                                : "the " + type.word() + " is no longer in the templates, and " + fate.text(),
                        "keep it, or make sure that nobody needs it or what it holds");
    }
}
