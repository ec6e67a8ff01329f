package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies of resources that only one version has, where it cannot be told what they say: they may allow anything.
 *
 * <p>Trust policies of new roles and policies of endpoints are left to those who tell what such roles and endpoints mean.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies</a>
 * @since 0.1
 */
public final class UnknownPolicies implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("unknown-policy", "what a policy says can be told in both versions", Kind.ACCESS, Severity.WARNING);
    private static final String FIX = "write the policy out, so that it can be compared";
    private static final List<String> ELSEWHERE = List.of("trust policy", "endpoint policy");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Resource resource : differences.removed()) {
            unknown(resource, " is gone, and what it said cannot be told: ")
                    .forEach((message, at) ->
                            changes.add(FACT.removed(resource, at, Direction.UNDECIDED, message, FIX)));
        }
        for (Resource resource : differences.added()) {
            unknown(resource, " is new, and what it says cannot be told: ")
                    .forEach((message, at) -> changes.add(FACT.added(resource, at, Direction.UNDECIDED, message, FIX)));
        }
        return changes;
    }

    /** What to say of each policy of a resource that cannot be told, with its place. */
    private static Map<String, Location> unknown(Resource resource, String words) {
        Map<String, Location> unknown = new TreeMap<>();
        PolicyHolder.policies(resource)
                .forEach((label, policy) -> unknown(label, policy)
                        .ifPresent(reason -> unknown.put(
                                "the " + label + words + reason,
                                policy.place().orElse(resource.element().at()))));
        return unknown;
    }

    private static Optional<String> unknown(String label, Value<LocatedPolicy> policy) {
        if (ELSEWHERE.contains(label)) {
            return Optional.empty();
        }
        return policy.whyUnknown()
                .or(() -> policy.known()
                        .filter(known -> !known.isComplete())
                        .map(known -> known.unknown().get(0).reason()));
    }
}
