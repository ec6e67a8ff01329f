package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements that hold for each role, user and group of an estate, whichever of its policies they stand in: one that moves from one policy of a
 * role to another of the same role changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html">AWS::IAM::Policy</a>
 */
final class IdentityPolicies {

    private final Map<String, Set<String>> statements = new HashMap<>();

    /** The statements of the roles, users and groups of an estate, as far as they surely hold. */
    IdentityPolicies(Estate estate) {
        for (Resource resource : estate.resources()) {
            if (resource.element().isSurelyPresent()) {
                documents(resource).forEach(document -> add(resource, document));
            }
        }
    }

    private void add(Resource resource, Value<LocatedPolicy> document) {
        Set<String> texts = PolicyVersions.mattering(document).keySet();
        holders(resource)
                .forEach(holder -> statements
                        .computeIfAbsent(holder, each -> new TreeSet<>())
                        .addAll(texts));
    }

    /** The texts of statements that hold for each role, user and group that a resource is or whose policy it is. */
    Set<String> commonToHoldersOf(Resource resource) {
        Set<String> common = new TreeSet<>();
        boolean first = true;
        for (String holder : holders(resource)) {
            Set<String> own = statements.getOrDefault(holder, Set.of());
            if (first) {
                common.addAll(own);
            } else {
                common.retainAll(own);
            }
            first = false;
        }
        return common;
    }

    private static List<Value<LocatedPolicy>> documents(Resource resource) {
        if (resource instanceof IamRole role) {
            return documents(role.inlinePolicies());
        } else if (resource instanceof IamUser user) {
            return documents(user.inlinePolicies());
        } else if (resource instanceof IamGroup group) {
            return documents(group.inlinePolicies());
        } else if (resource instanceof InlinePolicy policy) {
            return List.of(policy.document());
        }
        return resource instanceof ManagedPolicy policy ? List.of(policy.document()) : List.of();
    }

    private static List<Value<LocatedPolicy>> documents(Value<List<NamedPolicy>> policies) {
        return policies.known().orElse(List.of()).stream()
                .map(NamedPolicy::document)
                .toList();
    }

    /** Whom the policies of a resource hold for; nobody where that is not known. */
    private static Set<String> holders(Resource resource) {
        if (resource instanceof IamRole role) {
            return named("role ", List.of(role.name()));
        } else if (resource instanceof IamUser user) {
            return named("user ", List.of(user.name()));
        } else if (resource instanceof IamGroup group) {
            return named("group ", List.of(group.name()));
        } else if (resource instanceof InlinePolicy policy) {
            return holders(policy.roles(), policy.users(), policy.groups());
        }
        return resource instanceof ManagedPolicy policy
                ? holders(policy.roles(), policy.users(), policy.groups())
                : Set.of();
    }

    private static Set<String> holders(
            Value<List<Value<String>>> roles, Value<List<Value<String>>> users, Value<List<Value<String>>> groups) {
        Set<String> holders = new TreeSet<>();
        if (roles.isUnknown() || users.isUnknown() || groups.isUnknown()) {
            return holders;
        }
        holders.addAll(named("role ", roles.known().orElse(List.of())));
        holders.addAll(named("user ", users.known().orElse(List.of())));
        holders.addAll(named("group ", groups.known().orElse(List.of())));
        return holders;
    }

    private static Set<String> named(String kind, List<Value<String>> names) {
        Set<String> holders = new TreeSet<>();
        names.forEach(name -> holders.add(kind + name.asText().orElse("")));
        return holders;
    }
}
