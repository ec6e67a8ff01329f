package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policies, trails, backup plans and the like that newly are there only under a condition that cannot be decided, no longer are, or are under another
 * one. Of buckets, keys, vaults and access points it is told whether they may be deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html">Conditions</a>
 * @since 0.1
 */
public final class ConditionedResources implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("presence", "what opens or protects is there as surely as before", Kind.OTHER, Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Value<Boolean> base = pair.base().element().presence();
            Value<Boolean> head = pair.head().element().presence();
            boolean asked = !(pair.head() instanceof OtherResource)
                    && StatefulType.of(pair.head()).isEmpty();
            if (asked && !base.asText().equals(head.asText())) {
                changes.add(FACT.changed(
                        pair,
                        Direction.UNDECIDED,
                        "whether the resource is there " + words(base, "was") + " and " + words(head, "is"),
                        "give the parameter of the condition a value, or take the condition away"));
            }
        }
        return changes;
    }

    private static String words(Value<Boolean> presence, String verb) {
        Optional<String> why = presence.whyUnknown();
        return why.map(reason -> verb + " unknown (" + reason + ")").orElse(verb + " certain");
    }
}
