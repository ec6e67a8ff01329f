package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PrincipalPolicyFragment;

/**
 * Whom a grant is for.
 *
 * @param text an account id or ARN as given, or null where a construct was given
 * @param construct a construct, or null where a text was given
 */
record Grantee(@Nullable String text, @Nullable IGrantable construct) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    static Grantee of(String accountOrArn) {
        return new Grantee(accountOrArn, null);
    }

    static Grantee of(IGrantable construct) {
        return new Grantee(null, construct);
    }

    /** What an access point policy calls the grantee. */
    List<String> principals(Refusal refusal, String point) {
        if (text != null) {
            refusal.unless(
                    isIdentity(text),
                    () -> "access point '" + point + "': '" + Refusal.shown(text)
                            + "' cannot be granted access; use an account id of 12 digits, or the ARN of a role, user or role session"
                            + " without wildcards");
            return List.of(text);
        }
        if (construct == null) {
            throw new IllegalStateException("a grantee is a text or a construct");
        }
        return ofConstruct(refusal, point, construct.getGrantPrincipal());
    }

    private static List<String> ofConstruct(Refusal refusal, String point, IPrincipal principal) {
        PrincipalPolicyFragment fragment = principal.getPolicyFragment();
        Map<String, List<String>> json = fragment.getPrincipalJson();
        List<String> named = json.getOrDefault("AWS", List.of());
        refusal.unless(
                json.keySet().equals(Set.of("AWS")) && !named.contains("*"),
                () -> "access point '" + point + "': the principal " + json
                        + " cannot be granted access; name roles, users or accounts");
        refusal.unless(
                fragment.getConditions().isEmpty(),
                () -> "access point '" + point + "': the principal " + json
                        + " carries conditions, which a grant would drop; grant to the principal without them");
        return named;
    }

    private static boolean isIdentity(String text) {
        if (UnresolvedToken.isIn(text) || ACCOUNT.matcher(text).matches()) {
            return true;
        }
        boolean plain = text.chars().noneMatch(c -> c == '*' || c == '?' || c == '$' || Character.isWhitespace(c));
        return plain && Arn.find(text).filter(Grantee::isIdentityArn).isPresent();
    }

    private static boolean isIdentityArn(Arn arn) {
        String resource = arn.resource();
        boolean known = switch (arn.service()) {
            case "iam" -> resource.equals("root") || resource.startsWith("role/") || resource.startsWith("user/");
            case "sts" -> resource.startsWith("assumed-role/") || resource.startsWith("federated-user/");
            default -> false;
        };
        return known && arn.region().isEmpty() && ACCOUNT.matcher(arn.account()).matches() && !resource.endsWith("/");
    }
}
