package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.statement.StatementWords;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the policies of an estate allow, deny, or both: a role that loses a policy loses its denials, too.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantine.html">A policy that only denies</a>
 */
final class AttachedEffects {

    private static final String AWS_MANAGED = ":iam::aws:policy/";
    private static final Set<String> DENYING = Set.of("AWSDenyAll", "AWSCompromisedKeyQuarantine");

    /**
     * What policies do.
     *
     * @param known whether everything that they say is known
     * @param allow whether they allow something
     * @param deny whether they deny something
     */
    record Effects(boolean known, boolean allow, boolean deny) {

        static final Effects NONE = new Effects(true, false, false);
        static final Effects UNKNOWN = new Effects(false, true, true);

        Effects and(Effects other) {
            return new Effects(known && other.known, allow || other.allow, deny || other.deny);
        }
    }

    private final Map<String, Effects> policies = new HashMap<>();
    private final Map<String, Effects> groups = new TreeMap<>();
    private final Set<String> links = new HashSet<>();

    AttachedEffects(Estate estate) {
        for (Resource resource : estate.resources()) {
            if (resource.element().isSurelyPresent()) {
                Attachment.of(resource).forEach(each -> links.add(each.link()));
            }
        }
        estate.all(ManagedPolicy.class).forEach(policy -> policies.put(policy.arn(), of(policy.document())));
        for (IamGroup group : estate.all(IamGroup.class)) {
            Effects own = group.inlinePolicies().isUnknown()
                            || group.managedPolicies().isUnknown()
                    ? Effects.UNKNOWN
                    : Effects.NONE;
            for (NamedPolicy policy : group.inlinePolicies().known().orElse(List.of())) {
                own = own.and(of(policy.document()));
            }
            for (Value<String> arn : group.managedPolicies().known().orElse(List.of())) {
                own = own.and(ofPolicy(arn.asText().orElse("")));
            }
            groups.put(group.name().asText().orElse(""), own);
        }
        estate.all(ManagedPolicy.class).forEach(policy -> toGroups(policy.groups(), policy.document()));
        estate.all(InlinePolicy.class).forEach(policy -> toGroups(policy.groups(), policy.document()));
    }

    private void toGroups(Value<List<Value<String>>> names, Value<LocatedPolicy> document) {
        if (names.isUnknown()) {
            groups.replaceAll((name, own) -> own.and(of(document)));
        }
        names.known()
                .orElse(List.of())
                .forEach(name ->
                        groups.computeIfPresent(name.asText().orElse(""), (each, own) -> own.and(of(document))));
    }

    /** What a policy does that is written out. */
    private static Effects of(Value<LocatedPolicy> document) {
        if (document.isUnknown()
                || !document.known().map(LocatedPolicy::isComplete).orElse(true)) {
            return Effects.UNKNOWN;
        }
        Effects effects = Effects.NONE;
        for (var statement : PolicyVersions.mattering(document).values()) {
            boolean allow = StatementWords.isAllow(statement.statement());
            effects = effects.and(new Effects(true, allow, !allow));
        }
        return effects;
    }

    /** What the managed policy with this ARN does. Those of AWS allow, but for a few that stop what is compromised. */
    private Effects ofPolicy(String arn) {
        int name = arn.indexOf(AWS_MANAGED);
        if (name >= 0) {
            String own = arn.substring(name + AWS_MANAGED.length());
            boolean deny = DENYING.stream().anyMatch(own::startsWith);
            return new Effects(true, !deny, deny);
        }
        return policies.getOrDefault(arn, Effects.UNKNOWN);
    }

    /** What the policies of the group of this name do. */
    private Effects ofGroup(String name) {
        return groups.getOrDefault(name, Effects.UNKNOWN);
    }

    /** What the policies behind an attachment do. */
    Effects of(Attachment attachment) {
        if (attachment.resource() instanceof ManagedPolicy policy) {
            return of(policy.document());
        } else if (attachment.resource() instanceof InlinePolicy policy) {
            return of(policy.document());
        } else if (attachment.resource() instanceof GroupMembership membership) {
            return ofGroup(membership.group().asText().orElse(""));
        }
        String item = attachment.item();
        return attachment.name().equals(Attachment.GROUP) ? ofGroup(item) : ofPolicy(item);
    }

    /** Whether the estate surely has the same attachment, whichever resource says so. */
    boolean holds(Attachment attachment) {
        return links.contains(attachment.link());
    }
}
