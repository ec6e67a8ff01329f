package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Who and what a resource control policy does not bind. One fitting exception is enough.
 *
 * <p>A tag exempts a resource only where the service puts the tag into the request: on S3 that is a bucket with attribute-based access
 * control on, or an access point. A resource without it stays under the guardrail. Whoever may set the tag may exempt: protect its key
 * with {@link ProtectTagKeys}.
 *
 * @param accounts accounts whose identities pass, 12 digits each
 * @param principalArns roles and users that pass, wildcards allowed; never sessions
 * @param resourceTags tags of resources that anybody may go on to use
 * @since 0.1
 */
public record GuardrailExceptions(List<String> accounts, List<String> principalArns, List<ResourceTag> resourceTags) {

    private static final GuardrailExceptions NONE = new GuardrailExceptions(List.of(), List.of(), List.of());

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if an id or ARN has not the form that AWS documents, an ARN means everybody, or a tag key stands
     *     twice
     */
    public GuardrailExceptions {
        accounts = Identifiers.accounts(accounts);
        principalArns = Identifiers.exemptPrincipalArns(principalArns);
        resourceTags = Guardrails.ordered(resourceTags);
    }

    /** No exception. */
    public static GuardrailExceptions none() {
        return NONE;
    }

    /** The same exceptions and these accounts. */
    public GuardrailExceptions andAccounts(String... more) {
        return new GuardrailExceptions(joined(accounts, List.of(more)), principalArns, resourceTags);
    }

    /** The same exceptions and these principals. */
    public GuardrailExceptions andPrincipals(String... more) {
        return new GuardrailExceptions(accounts, joined(principalArns, List.of(more)), resourceTags);
    }

    /** The same exceptions and resources with this tag. */
    public GuardrailExceptions andResourcesTagged(String key, String value) {
        return new GuardrailExceptions(
                accounts, principalArns, joined(resourceTags, List.of(new ResourceTag(key, value))));
    }

    /** Leaves callers and resources out of a Deny; a request without the key stays in. */
    Statement.Builder except(Statement.Builder deny) {
        if (!accounts.isEmpty()) {
            deny.when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:PrincipalAccount", accounts));
        }
        Guardrails.exceptTags(deny, resourceTags);
        if (!principalArns.isEmpty()) {
            deny.when(ConditionKeys.ifExists(Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, principalArns));
        }
        return deny;
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
