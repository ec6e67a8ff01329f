package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.evaluate.estate.AwsManagedPolicies;
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
 * A policy on a role, user or group, or a user in a group.
 *
 * @param resource the resource that says so
 * @param name what it calls that
 * @param item the policy, role, user or group at the other end
 */
record Attachment(Resource resource, String name, String item) {

    static final String GROUP = "membership in group";

    /** Those that a resource surely makes. */
    static List<Attachment> of(Resource resource) {
        List<Attachment> all = new ArrayList<>();
        lists(resource)
                .forEach((name, items) -> items.known()
                        .orElse(List.of())
                        .forEach(item -> all.add(
                                new Attachment(resource, name, item.asText().orElse("")))));
        return all;
    }

    /** Both ends, the same whichever of them says so. */
    String link() {
        if (resource instanceof IamRole role) {
            return "role " + role.name().asText().orElse("") + " " + item;
        } else if (resource instanceof IamUser user) {
            return (name.equals(GROUP) ? "member " : "user ")
                    + user.name().asText().orElse("") + " " + item;
        } else if (resource instanceof IamGroup group) {
            return "group " + group.name().asText().orElse("") + " " + item;
        } else if (resource instanceof PermissionSet set) {
            return "permission set " + set.element().id() + " " + item;
        } else if (resource instanceof GroupMembership membership) {
            return "member " + item + " " + membership.group().asText().orElse("");
        }
        String policy = resource instanceof ManagedPolicy managed
                ? managed.arn()
                : resource.element().id();
        return name.replace("attachment to ", "") + " " + item + " " + policy;
    }

    /** What a resource attaches, by what that is called. */
    static Map<String, Value<List<Value<String>>>> lists(Resource resource) {
        Map<String, Value<List<Value<String>>>> attached = new TreeMap<>();
        if (resource instanceof IamRole role) {
            attached.put("attached policy", mattering(role.managedPolicies()));
        } else if (resource instanceof IamUser user) {
            attached.put("attached policy", mattering(user.managedPolicies()));
            attached.put(GROUP, user.groups());
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

    private static Value<List<Value<String>>> mattering(Value<List<Value<String>>> policies) {
        return policies.part(list -> new Value.Known<>(
                list.stream()
                        .filter(policy -> !AwsManagedPolicies.isWithoutData(
                                policy.asText().orElse("")))
                        .toList(),
                policies.place().orElseThrow()));
    }
}
