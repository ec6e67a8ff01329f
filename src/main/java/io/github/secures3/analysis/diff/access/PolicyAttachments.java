package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.evaluate.estate.AwsManagedPolicies;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which policies are attached to which roles, users and groups, and which users are in which groups. Managed policies of AWS that are known to say
 * nothing about S3 and keys do not count.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html">Attaching policies</a>
 * @since 0.1
 */
public final class PolicyAttachments implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "policy-attachment",
            "no policy is attached to further roles, users or groups",
            Kind.ACCESS,
            Severity.ERROR);
    private static final String FIX = "check that those are meant to have what the policy allows";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                Map<String, Value<List<Value<String>>>> newer = attached(pair.head());
                attached(pair.base())
                        .forEach((name, base) -> changes.addAll(
                                items(name).compare(pair, base, newer.getOrDefault(name, Value.absent()))));
            }
        }
        for (Resource resource : differences.removed()) {
            alone(resource)
                    .forEach((name, values) -> values.forEach(value -> changes.add(FACT.removed(
                            resource, Direction.STRENGTHENED, "the " + name + " " + value + " is gone", FIX))));
        }
        for (Resource resource : differences.added()) {
            alone(resource)
                    .forEach((name, values) -> values.forEach(value -> changes.add(
                            FACT.added(resource, Direction.WEAKENED, "the " + name + " " + value + " is new", FIX))));
        }
        return changes;
    }

    private static Items<Value<String>> items(String name) {
        return Items.ofAccess(FACT, name, value -> value.asText().orElse(""), FIX);
    }

    /** What a resource attaches, by what that is called. */
    private static Map<String, Value<List<Value<String>>>> attached(Resource resource) {
        Map<String, Value<List<Value<String>>>> attached = new TreeMap<>();
        if (resource instanceof IamRole role) {
            attached.put("attached policy", mattering(role.managedPolicies()));
        } else if (resource instanceof IamUser user) {
            attached.put("attached policy", mattering(user.managedPolicies()));
            attached.put("membership in group", user.groups());
        } else if (resource instanceof IamGroup group) {
            attached.put("attached policy", mattering(group.managedPolicies()));
        } else if (resource instanceof PermissionSet set) {
            attached.put("attached policy", mattering(set.managedPolicies()));
            attached.put("attached policy of the accounts", set.customerPolicies());
        } else if (resource instanceof GroupMembership membership) {
            attached.put("member", membership.users());
        } else if (resource instanceof ManagedPolicy policy) {
            attached.put("attachment to role", policy.roles());
            attached.put("attachment to user", policy.users());
            attached.put("attachment to group", policy.groups());
        } else if (resource instanceof InlinePolicy policy) {
            attached.put("attachment to role", policy.roles());
            attached.put("attachment to user", policy.users());
            attached.put("attachment to group", policy.groups());
        }
        return attached;
    }

    /** What a new or a gone resource attaches that no statement of it tells already. */
    private static Map<String, List<String>> alone(Resource resource) {
        Map<String, List<String>> texts = new TreeMap<>();
        boolean hasStatements = resource instanceof ManagedPolicy || resource instanceof InlinePolicy;
        if (!hasStatements) {
            attached(resource).forEach((name, values) -> {
                List<String> each = values.known()
                        .map(list -> list.stream()
                                .map(value -> value.asText().orElse(""))
                                .toList())
                        .orElseGet(() -> values.asText().stream().toList());
                texts.put(name, each);
            });
        }
        return texts;
    }

    private static Value<List<Value<String>>> mattering(Value<List<Value<String>>> policies) {
        return policies.part(list -> new Value.Known<>(
                list.stream()
                        .filter(policy -> !AwsManagedPolicies.isWithoutData(
                                policy.asText().orElse("")))
                        .toList(),
                policies.place().orElseThrow()));
    }
}
