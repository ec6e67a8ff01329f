package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param kind what kind of principal
 * @param text the principal as given: an ARN, an account id, a service name or {@code anonymous}
 * @param partition the partition of its ARN, {@code aws} where it has none
 * @param account its account, or null for services and anonymous callers
 * @param path the path of a user or role, such as {@code /aws-service-role/ecs.amazonaws.com/}; {@code /} where there is none or the ARN,
 *     like that of a session, does not tell
 * @param name the name of the user, role, federated user or service, empty for root and anonymous
 * @param session the name of the role session, or null where it is none or not known
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principals</a>
 * @since 0.1
 */
public record RequestPrincipal(
        Kind kind,
        String text,
        String partition,
        @Nullable String account,
        String path,
        String name,
        @Nullable String session) {

    /** The kinds of principal that AWS tells apart. */
    public enum Kind {
        /** A session of an IAM role, also one made with SAML or a web identity; its name may be unknown, when the role's ARN is given. */
        ROLE_SESSION,
        /** An IAM user. */
        USER,
        /** A session made by an IAM user with {@code GetFederationToken}. */
        FEDERATED_USER,
        /** The root user of an account. */
        ROOT,
        /** An AWS service with its own identity. */
        SERVICE,
        /** A caller without credentials. */
        ANONYMOUS
    }

    private static final String ANONYMOUS_TEXT = "anonymous";
    private static final String DEFAULT_PARTITION = "aws";
    private static final int ACCOUNT_DIGITS = 12;

    /** A caller without credentials. */
    public static RequestPrincipal anonymous() {
        return new RequestPrincipal(Kind.ANONYMOUS, ANONYMOUS_TEXT, DEFAULT_PARTITION, null, "/", "", null);
    }

    /**
     * Reads a principal: the ARN of a role, role session, user, federated user or root user; an account id, which stands for its root user;
     * the name of an AWS service; or {@code anonymous}.
     *
     * @throws IllegalArgumentException if the text is none of them
     */
    public static RequestPrincipal parse(String text) {
        if (text.equals(ANONYMOUS_TEXT)) {
            return anonymous();
        }
        if (isAccountId(text)) {
            return new RequestPrincipal(Kind.ROOT, text, DEFAULT_PARTITION, text, "/", "", null);
        }
        if (isServiceName(text)) {
            return new RequestPrincipal(Kind.SERVICE, text, DEFAULT_PARTITION, null, "/", text, null);
        }
        return Arn.find(text).flatMap(arn -> ofArn(text, arn)).orElseThrow(() -> unknown(text));
    }

    /** Whether the text names a principal by something other than an ARN: {@code anonymous}, an account id or the name of an AWS service. */
    public static boolean isWord(String text) {
        return text.equals(ANONYMOUS_TEXT) || isAccountId(text) || isServiceName(text);
    }

    private static void requireAccount(String text, Arn arn) {
        String account = arn.account();
        if (!account.isEmpty() && !isAccountId(account) && !UnresolvedToken.isIn(account)) {
            throw new IllegalArgumentException("the principal '" + text + "' belongs to the account '" + account
                    + "', which is none; write 12 digits, such as 111122223333");
        }
    }

    /** Whether it belongs to an account: all but services and anonymous callers do. */
    public boolean hasAccount() {
        return account != null;
    }

    /**
     * Whether this is a service-linked role, told by the path of a role or, as a session's ARN has no path, by the name that AWS gives such
     * roles.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
     */
    public boolean isServiceLinkedRole() {
        return kind == Kind.ROLE_SESSION
                && (path.startsWith("/aws-service-role/") || (session != null && name.startsWith("AWSServiceRoleFor")));
    }

    /**
     * The value of {@code aws:PrincipalArn}: for a session the ARN of its role; empty for services and anonymous callers.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn">
     *     aws:PrincipalArn</a>
     */
    public Optional<String> principalArn() {
        return switch (kind) {
            case ROLE_SESSION -> Optional.of(iam("role" + path + name));
            case USER -> Optional.of(iam("user" + path + name));
            case FEDERATED_USER -> Optional.of(text);
            case ROOT -> Optional.of(iam("root"));
            case SERVICE, ANONYMOUS -> Optional.empty();
        };
    }

    private String iam(String resource) {
        return "arn:" + partition + ":iam::" + account + ":" + resource;
    }

    private static Optional<RequestPrincipal> ofArn(String text, Arn arn) {
        requireAccount(text, arn);
        int slash = arn.resource().indexOf('/');
        String type = slash < 0 ? arn.resource() : arn.resource().substring(0, slash);
        String rest = slash < 0 ? "" : arn.resource().substring(slash);
        int last = rest.lastIndexOf('/');
        String path = last < 0 ? "/" : rest.substring(0, last + 1);
        String name = rest.substring(last + 1);
        String what = arn.service() + ":" + type;
        boolean complete = what.equals("iam:root") ? rest.isEmpty() : !name.isEmpty();
        if (arn.account().isEmpty() || !complete) {
            return Optional.empty();
        }
        return switch (what) {
            case "iam:root" -> Optional.of(of(Kind.ROOT, text, arn, "/", "", null));
            case "iam:user" -> Optional.of(of(Kind.USER, text, arn, path, name, null));
            case "iam:role" -> Optional.of(of(Kind.ROLE_SESSION, text, arn, path, name, null));
            case "sts:federated-user" -> Optional.of(of(Kind.FEDERATED_USER, text, arn, "/", name, null));
            case "sts:assumed-role" ->
                path.length() > 2
                        ? Optional.of(of(Kind.ROLE_SESSION, text, arn, "/", path.substring(1, path.length() - 1), name))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static RequestPrincipal of(
            Kind kind, String text, Arn arn, String path, String name, @Nullable String session) {
        return new RequestPrincipal(kind, text, arn.partition(), arn.account(), path, name, session);
    }

    /** Whether this is the id of an account: 12 digits. */
    public static boolean isAccountId(String text) {
        return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isServiceName(String text) {
        return (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn"))
                && text.indexOf(':') < 0
                && text.indexOf('/') < 0;
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("the principal '" + text
                + "' is none that makes requests; give the ARN of a role, role session, user, federated user or root"
                + " user, an account id, a service name such as logging.s3.amazonaws.com, or anonymous");
    }
}
