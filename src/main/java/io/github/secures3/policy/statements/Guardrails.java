package io.github.secures3.policy.statements;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What the statements of organization policies have in common. */
final class Guardrails {

    private Guardrails() {}

    /** The start of a statement about all resources of member accounts. */
    static Statement.Builder onResources(Guardrail guardrail, String... actions) {
        return Statement.deny(guardrail.sid()).everyone().actions(actions).resources("*");
    }

    /** The start of a statement about identities of member accounts. */
    static Statement.Builder onIdentities(Guardrail guardrail, List<String> actions) {
        return Statement.deny(guardrail.sid()).actions(Actions.of(actions)).resources("*");
    }

    /** Denies identities of member accounts these actions, but for the named ones; all of them where none is named. */
    static Statement.Builder exceptPrincipals(Statement.Builder deny, List<String> principalArns) {
        if (!principalArns.isEmpty()) {
            deny.when(Condition.of(Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, principalArns));
        }
        return deny;
    }

    /** The whole statement of a guardrail that denies actions on everything to all but some. */
    static Statement protect(Guardrail guardrail, List<String> actions, List<String> exceptPrincipalArns) {
        return exceptPrincipals(onIdentities(guardrail, actions), exceptPrincipalArns)
                .build();
    }

    static void exceptTags(Statement.Builder deny, List<ResourceTag> tags) {
        for (ResourceTag tag : tags) {
            deny.when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, tag.conditionKey(), List.of(tag.value())));
        }
    }

    static List<ResourceTag> ordered(Collection<ResourceTag> tags) {
        List<ResourceTag> ordered = tags.stream()
                .distinct()
                .sorted(Comparator.comparing(ResourceTag::key))
                .toList();
        for (int at = 1; at < ordered.size(); at++) {
            String key = ordered.get(at).key();
            if (key.equalsIgnoreCase(ordered.get(at - 1).key())) {
                throw new IllegalArgumentException(
                        "the tag key '" + key + "' stands twice; use one value, or a key for each exception");
            }
        }
        return ordered;
    }
}
