package io.github.secures3.analysis.diff.guardrail;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An account or unit that goes to another place in the organization, where other policies hold. Which those are is undecided, as policies may be
 * attached outside of the templates. An account without a parent stands under the root.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inheritance_auth.html">Inheritance of policies</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-account.html">AWS::Organizations::Account</a>
 * @since 0.1
 */
public final class OrganizationPlace implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "organization-place",
            "accounts and units stay where they are in the organization",
            Kind.GUARDRAIL,
            Severity.ERROR);
    private static final Map<String, String> PARENT = Map.of(
            "AWS::Organizations::Account", "ParentIds",
            "AWS::Organizations::OrganizationalUnit", "ParentId");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            String property = PARENT.get(pair.head().element().type());
            if (property != null && !pair.hasSame(property)) {
                changes.add(change(pair, property));
            }
        }
        return changes;
    }

    private static Change change(Pair<Resource> pair, String property) {
        Value<String> base = pair.base().element().property(property);
        Value<String> head = pair.head().element().property(property);
        String what = property.equals("ParentId") ? "unit" : "account";
        return FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                Direction.UNDECIDED,
                "the " + what + " stood under " + text(base) + " and stands under " + text(head)
                        + ": whether as many policies hold for it cannot be told",
                "check that the same guardrails hold there");
    }

    private static String text(Value<String> parent) {
        return parent.asText()
                .map(json -> json.replaceAll("^\\[?\"|\"\\]?$", ""))
                .orElse("the root");
    }
}
