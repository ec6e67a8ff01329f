package io.github.secures3.policy;

import java.util.Objects;

/**
 * One entry of a {@code Principal} element.
 *
 * @param type who is meant: the key of the element's map, or everyone
 * @param value the ARN, account id, service name, provider or canonical id, as written
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 * @since 0.1
 */
public record Principal(PrincipalType type, String value) {

    private static final Principal EVERYONE = new Principal(PrincipalType.EVERYONE, "*");

    /**
     * Checks that everyone is written as {@code *}.
     *
     * @throws IllegalArgumentException if the type is EVERYONE and the value anything but {@code *}
     */
    public Principal {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        if (type == PrincipalType.EVERYONE && !value.equals("*")) {
            throw new IllegalArgumentException("a principal without a type must be \"*\", not '" + value
                    + "'; name its type: AWS, Service, Federated or CanonicalUser");
        }
    }

    /** Everyone, anonymous callers included: the bare {@code "*"}. */
    public static Principal everyone() {
        return EVERYONE;
    }

    /** An account, role, user or session by ARN or account id; {@code "*"} is everyone here too. */
    public static Principal aws(String arnOrAccount) {
        return new Principal(PrincipalType.AWS, arnOrAccount);
    }

    /** An AWS service, such as {@code logging.s3.amazonaws.com}. */
    public static Principal service(String name) {
        return new Principal(PrincipalType.SERVICE, name);
    }

    /** A SAML, OpenID Connect or web identity provider. */
    public static Principal federated(String provider) {
        return new Principal(PrincipalType.FEDERATED, provider);
    }

    /** An account by its S3 canonical user id. */
    public static Principal canonicalUser(String id) {
        return new Principal(PrincipalType.CANONICAL_USER, id);
    }

    /** Whether this entry means everyone: {@code "*"} or {@code {"AWS": "*"}}, which AWS treats alike in resource policies. */
    public boolean isEveryone() {
        return type == PrincipalType.EVERYONE || (type == PrincipalType.AWS && value.equals("*"));
    }
}
