package io.github.secures3.policy.statements;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.Objects;

/**
 * Lets the identity policies of the owner's account decide who uses and manages the key.
 *
 * <p>It grants nobody anything by itself: without it, identity policies have no say over the key, and a key whose administrators are gone
 * cannot be managed by anyone but AWS Support.
 *
 * @param partition the partition of the account, such as {@code aws}, or a CDK token
 * @param account the account, 12 digits, or a CDK token
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam">Access to
 *     the account and IAM policies</a>
 * @since 0.1
 */
public record AllowAccountIdentities(String partition, String account) implements KeyStatement {

    /**
     * Checks the account id.
     *
     * @throws IllegalArgumentException if it holds no token and is not 12 digits
     */
    public AllowAccountIdentities {
        Objects.requireNonNull(partition, "partition");
        Identifiers.requireAccount(account);
    }

    @Override
    public Statement statement() {
        return Statement.allow(sid())
                .principals(Principals.of(Principal.aws("arn:" + partition + ":iam::" + account + ":root")))
                .actions("kms:*")
                .resources("*")
                .build();
    }
}
