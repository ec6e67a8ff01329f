package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;

/**
 * A statement with a name and a purpose, to be put into the policy of a KMS key.
 *
 * <p>Its {@code Resource} is {@code *}, which in a key policy means the key that the policy is attached to.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html">Elements of a key policy</a>
 * @since 0.1
 */
public sealed interface KeyStatement
        permits AllowAccessPointAccounts, AllowAccountIdentities, AllowInventoryEncryption {

    /** The Sid of the statement: the simple name of its class, the same in every release. */
    default String sid() {
        return getClass().getSimpleName();
    }

    /** The statement. */
    Statement statement();
}
