package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.access.AttachedEffects.Effects;
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
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which policies are attached to which roles, users and groups, and which users are in which groups. Managed policies of AWS that are known to say
 * nothing about S3 and keys do not count. A policy that denies protects as long as it is attached; what is not in the templates is undecided, but for the
 * policies of AWS.
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
    private static final String GROUP = "membership in group";
    /** A role, user or group that is new or gone denied nobody anything before or after. */
    private static final Effects ALLOWING = new Effects(true, true, false);

    private static final String FIX = "check that those are meant to have what the policy allows";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        AttachedEffects older = new AttachedEffects(differences.base());
        AttachedEffects newer = new AttachedEffects(differences.head());
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                Map<String, Value<List<Value<String>>>> after = attached(pair.head());
                attached(pair.base())
                        .forEach((name, base) -> compare(
                                pair, name, base, after.getOrDefault(name, Value.absent()), older, newer, changes));
            }
        }
        for (Resource resource : differences.removed()) {
            boolean loses = resource instanceof GroupMembership;
            alone(resource)
                    .forEach((name, values) -> values.forEach(value -> meanings(
                                    name, value, loses ? effects(resource, name, value, older) : ALLOWING, true)
                            .forEach((text, direction) -> changes.add(FACT.removed(resource, direction, text, FIX)))));
        }
        for (Resource resource : differences.added()) {
            boolean gains = resource instanceof GroupMembership;
            alone(resource)
                    .forEach((name, values) -> values.forEach(value -> meanings(
                                    name, value, gains ? effects(resource, name, value, newer) : ALLOWING, false)
                            .forEach((text, direction) -> changes.add(FACT.added(resource, direction, text, FIX)))));
        }
        return changes;
    }

    private static void compare(
            Pair<Resource> pair,
            String name,
            Value<List<Value<String>>> base,
            Value<List<Value<String>>> head,
            AttachedEffects older,
            AttachedEffects newer,
            List<Change> changes) {
        if (base.isUnknown() || head.isUnknown()) {
            changes.addAll(items(name).compare(pair, base, head));
            return;
        }
        Set<String> gone = texts(base);
        gone.removeAll(texts(head));
        Set<String> added = texts(head);
        added.removeAll(texts(base));
        Map<String, Direction> meanings = new TreeMap<>();
        gone.forEach(each -> meanings.putAll(meanings(name, each, effects(pair.base(), name, each, older), true)));
        added.forEach(each -> meanings.putAll(meanings(name, each, effects(pair.head(), name, each, newer), false)));
        meanings.forEach((text, direction) -> changes.add(FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                direction,
                text,
                FIX)));
    }

    /** What comes of an attachment that is gone or new, in words. */
    private static Map<String, Direction> meanings(String name, String item, Effects effects, boolean gone) {
        Map<String, Direction> meanings = new TreeMap<>();
        String text = "the " + name + " " + item + (gone ? " is gone" : " is new");
        if (!effects.known()) {
            meanings.put(text + ", and what it allows and denies is not known", Direction.UNDECIDED);
            return meanings;
        }
        if (effects.allow() || !effects.deny()) {
            meanings.put(text, gone ? Direction.STRENGTHENED : Direction.WEAKENED);
        }
        if (effects.deny()) {
            meanings.put(text + ", with what is denied by it", gone ? Direction.WEAKENED : Direction.STRENGTHENED);
        }
        return meanings;
    }

    /** What the policies behind an attachment do. */
    private static Effects effects(Resource resource, String name, String item, AttachedEffects estate) {
        if (resource instanceof ManagedPolicy policy) {
            return AttachedEffects.of(policy.document());
        } else if (resource instanceof InlinePolicy policy) {
            return AttachedEffects.of(policy.document());
        } else if (resource instanceof GroupMembership membership) {
            return estate.ofGroup(membership.group().asText().orElse(""));
        }
        return name.equals(GROUP) ? estate.ofGroup(item) : estate.ofPolicy(item);
    }

    private static Set<String> texts(Value<List<Value<String>>> values) {
        Set<String> texts = new TreeSet<>();
        values.known()
                .orElse(List.of())
                .forEach(value -> texts.add(value.asText().orElse("")));
        return texts;
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
            attached.put(GROUP, user.groups());
        } else if (resource instanceof IamGroup group) {
            attached.put("attached policy", mattering(group.managedPolicies()));
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
