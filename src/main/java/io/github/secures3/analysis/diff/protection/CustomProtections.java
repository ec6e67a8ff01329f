package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.CustomResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Protections that custom resources set up, as CloudFormation has no type for them: Block Public Access of an account and policy types of an
 * organization. What exactly they do is their handler's matter, so another property is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html">Custom resources</a>
 * @since 0.1
 */
public final class CustomProtections implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "custom-protection",
            "what sets up protections of the account stays as it was",
            Kind.PROTECTION,
            Severity.WARNING);
    private static final String FIX = "set it up as before, or make sure that something else does";
    private static final Map<String, String> TYPES = Map.of(
            "Custom::AccountPublicAccessBlock", "Block Public Access of the account",
            "Custom::EnabledPolicyType", "a policy type of the organization");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (CustomResource resource : differences.removed(CustomResource.class)) {
            String word = TYPES.get(resource.element().type());
            if (word != null) {
                changes.add(FACT.removed(resource, Direction.WEAKENED, "what sets up " + word + " is gone", FIX));
            }
        }
        for (CustomResource resource : differences.added(CustomResource.class)) {
            String word = TYPES.get(resource.element().type());
            if (word != null) {
                changes.add(FACT.added(resource, Direction.STRENGTHENED, "what sets up " + word + " is new", FIX));
            }
        }
        for (Pair<CustomResource> pair : differences.pairs(CustomResource.class)) {
            String word = TYPES.get(pair.head().element().type());
            if (word != null && !pair.hasSameProperties()) {
                changes.add(
                        FACT.changed(pair, Direction.UNDECIDED, "what sets up " + word + " has other properties", FIX));
            }
        }
        return changes;
    }
}
