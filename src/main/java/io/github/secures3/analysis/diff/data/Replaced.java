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
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bucket, access point, key, vault or the like that the deployment replaces by a new and empty one, because a property changed that
 * CloudFormation cannot change in place.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">Update
 *     behaviors</a>
 * @since 0.1
 */
public final class Replaced implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "replaced",
            "no bucket, key, vault or access point is replaced by a new one",
            Kind.DATA_AT_RISK,
            Severity.ERROR);
    private static final int LONGEST = 120;

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Optional<StatefulType> type = StatefulType.of(pair.base());
            if (type.isPresent() && !differences.isRenamed(pair)) {
                type.get().createOnly().stream()
                        .filter(property -> !pair.hasSame(property))
                        .forEach(property -> changes.add(change(pair, type.get(), property)));
            }
        }
        return changes;
    }

    private static Change change(Pair<Resource> pair, StatefulType type, String property) {
        Element older = pair.base().element();
        Element newer = pair.head().element();
        Value<String> before = older.property(property);
        Value<String> after = newer.property(property);
        boolean sure = !before.isUnknown() && !after.isUnknown();
        Fate fate = Fate.of(newer.updateReplacePolicy());
        return FACT.weighing(fate.weight())
                .changed(
                        pair,
                        before.place().orElse(older.at()),
                        after.place().orElse(newer.at()),
                        sure ? Direction.WEAKENED : Direction.UNDECIDED,
                        "the " + type.word() + (sure ? " is" : " may be") + " replaced by a new one, as " + property
                                + " was " + text(before) + " and is " + text(after) + "; the old one " + fate.text(),
                        "leave " + property + " as it was, or move the data and its users over first");
    }

    private static String text(Value<String> value) {
        return value.whyUnknown()
                .map(reason -> "unknown (" + reason + ")")
                .orElseGet(() -> shortened(value.known().orElse("not set")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
