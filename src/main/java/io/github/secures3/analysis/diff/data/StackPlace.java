package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.protection.Detection;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack with buckets, keys, vaults or the like that goes to another account or Region, where CloudFormation makes all of it anew and leaves the old
 * stack behind. Under another name the same happens. What protects or opens something without holding data does so elsewhere then, and whether that
 * is meant cannot be told.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html">Stacks</a>
 * @since 0.1
 */
public final class StackPlace implements DiffEvaluator {

    private static final String NAME = "stack-place";
    private static final String TITLE = "stacks with buckets, keys or vaults keep their account, Region and name";
    private static final Fact FACT = Fact.of(NAME, TITLE, Kind.DATA_AT_RISK, Severity.ERROR);
    private static final Fact WITHOUT_DATA = Fact.of(NAME, TITLE, Kind.OTHER, Severity.WARNING);
    private static final String FIX_WITHOUT_DATA =
            "deploy it where it was, or make sure that nothing there is left without protection, and nothing here"
                    + " opened";
    private static final String FIX = "deploy the stack where it was and under its name, or move its data over first";

    @Override
    public List<Fact> facts() {
        return List.of(FACT, WITHOUT_DATA);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Stack base : differences.base().stacks()) {
            List<Resource> resources = differences.base().resources().stream()
                    .filter(resource -> resource.element().stack().equals(base.id()))
                    .toList();
            Optional<Stack> head = differences.headOf(base).filter(stack -> stack.parent() == null);
            if (resources.stream()
                    .anyMatch(resource -> StatefulType.of(resource).isPresent())) {
                head.ifPresent(stack -> compare(base, stack, changes));
            } else {
                head.ifPresent(stack -> {
                    if (resources.stream().anyMatch(StackPlace::matters)) {
                        withoutData(base, stack, "account", base.account(), stack.account(), changes);
                    }
                    if (resources.stream().anyMatch(resource -> matters(resource) && !isGlobal(resource))) {
                        withoutData(base, stack, "Region", base.region(), stack.region(), changes);
                    }
                });
            }
        }
        differences.pairs().stream()
                .filter(pair -> !differences.staysInItsStack(pair) && matters(pair.head()))
                .filter(pair -> StatefulType.of(pair.base()).isEmpty())
                .forEach(pair -> moved(pair, differences).ifPresent(changes::add));
        return changes;
    }

    /** Whether an analysis looks into it, or it watches over data. */
    private static boolean matters(Resource resource) {
        return !(resource instanceof OtherResource)
                || Detection.isType(resource.element().type());
    }

    private static boolean isGlobal(Resource resource) {
        String type = resource.element().type();
        return type.startsWith("AWS::IAM::") || type.startsWith("AWS::Organizations::");
    }

    /** A resource that goes to a stack of another place; two stacks that are bound to none are taken to be in one. */
    private static Optional<Change> moved(Pair<Resource> pair, Differences differences) {
        Optional<Stack> base = differences.base().stack(pair.base().element().stack());
        Optional<Stack> head = differences.head().stack(pair.head().element().stack());
        if (base.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        Stack before = base.get();
        Stack after = head.get();
        boolean elsewhere = isAnother(before.account(), after.account())
                || (!isGlobal(pair.head()) && isAnother(before.region(), after.region()));
        return elsewhere
                ? Optional.of(WITHOUT_DATA.changed(
                        pair,
                        Direction.UNDECIDED,
                        "the resource was in " + place(before) + " and is in " + place(after),
                        FIX_WITHOUT_DATA))
                : Optional.empty();
    }

    private static boolean isAnother(Value<String> base, Value<String> head) {
        boolean known = !base.isUnknown() || !head.isUnknown();
        return known && !base.asText().equals(head.asText());
    }

    private static String place(Stack stack) {
        return "account " + stack.account().asText().orElse("") + ", Region "
                + stack.region().asText().orElse("");
    }

    private static void compare(Stack base, Stack head, List<Change> changes) {
        compare(base, head, "account", base.account(), head.account(), changes);
        compare(base, head, "Region", base.region(), head.region(), changes);
        if (base.name().known().isPresent() && head.name().known().isPresent()) {
            compare(base, head, "name", base.name(), head.name(), changes);
        }
    }

    private static void compare(
            Stack base, Stack head, String what, Value<String> older, Value<String> newer, List<Change> changes) {
        if (older.asText().equals(newer.asText())) {
            return;
        }
        boolean sure = !older.isUnknown() && !newer.isUnknown();
        changes.add(change(
                FACT,
                base,
                head,
                sure ? Direction.WEAKENED : Direction.UNDECIDED,
                was(what, older, newer) + ": everything in it is made anew, and the old stack stays",
                FIX));
    }

    private static void withoutData(
            Stack base, Stack head, String what, Value<String> older, Value<String> newer, List<Change> changes) {
        if (!older.asText().equals(newer.asText())) {
            changes.add(change(
                    WITHOUT_DATA,
                    base,
                    head,
                    Direction.UNDECIDED,
                    was(what, older, newer) + ": what it protects or opens is elsewhere",
                    FIX_WITHOUT_DATA));
        }
    }

    private static String was(String what, Value<String> older, Value<String> newer) {
        return "the " + what + " of the stack was " + older.asText().orElse("") + " and is "
                + newer.asText().orElse("");
    }

    private static Change change(Fact fact, Stack base, Stack head, Direction direction, String message, String fix) {
        return new Change(
                fact.kind(),
                direction,
                new Finding(
                        fact.rule(),
                        direction == Direction.WEAKENED ? Severity.ERROR : Severity.WARNING,
                        head.id(),
                        null,
                        new Location(head.file(), 1, 1, ""),
                        new Location(base.file(), 1, 1, ""),
                        message,
                        fix,
                        List.of()));
    }
}
