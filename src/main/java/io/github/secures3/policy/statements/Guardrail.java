package io.github.secures3.policy.statements;

import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;

/**
 * A statement with a name and a purpose, to be put into an organization policy. It can only deny.
 *
 * <p>The family is closed, so that a test can say something about all of them; a statement of your own is a plain {@link Statement}.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_authorization_policies.html">Authorization
 *     policies in AWS Organizations</a>
 * @since 0.1
 */
public sealed interface Guardrail permits ResourceGuardrail, ServiceGuardrail {

    /** The Sid of the statement: the simple name of its class, the same in every release. */
    default String sid() {
        return getClass().getSimpleName();
    }

    /** The type of organization policy that takes the statement. */
    PolicyType type();

    /** The statement. */
    Statement statement();
}
