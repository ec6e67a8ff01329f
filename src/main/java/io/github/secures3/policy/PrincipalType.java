package io.github.secures3.policy;

import java.util.Optional;

/**
 * The kinds of principal that a policy can name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 * @since 0.1
 */
public enum PrincipalType {
    /** The bare {@code "*"}, which stands in no map. */
    EVERYONE("*"),
    /** Accounts, roles, users and sessions. */
    AWS("AWS"),
    /** AWS services. */
    SERVICE("Service"),
    /** SAML, OpenID Connect and web identity providers. */
    FEDERATED("Federated"),
    /** Accounts by S3 canonical user id. */
    CANONICAL_USER("CanonicalUser");

    private final String text;

    PrincipalType(String text) {
        this.text = text;
    }

    /** The key as a policy spells it. */
    public String text() {
        return text;
    }

    /** The type that a policy's map spells this way, in any case. */
    public static Optional<PrincipalType> ofKey(String key) {
        for (PrincipalType type : values()) {
            if (type != EVERYONE && type.text.equalsIgnoreCase(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
