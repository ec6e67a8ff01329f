package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The context keys that follow from who makes a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties">
 *     Properties of the principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Principal key values</a>
 */
final class PrincipalContext {

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final String ANONYMOUS = "anonymous";

    private final AccessRequest request;
    private final RequestPrincipal principal;
    private final @Nullable Organization organization;

    PrincipalContext(AccessRequest request, @Nullable Organization organization) {
        this.request = request;
        this.principal = request.principal();
        this.organization = organization;
    }

    /** What follows, or null where nothing does. */
    @Nullable
    ContextValue get(String key) {
        return switch (key) {
            case "aws:principalarn" -> of(principal.principalArn());
            case "aws:principalaccount" -> account();
            case "aws:principaltype" -> type();
            case "aws:userid" -> userId();
            case "aws:username" ->
                principal.kind() == Kind.USER ? ContextValue.of(principal.name()) : ContextValue.ABSENT;
            case "aws:principalorgid" ->
                principal.hasAccount()
                        ? OrganizationKeys.id(organization, principal.account(), unstated())
                        : ContextValue.ABSENT;
            case "aws:principalorgpaths" ->
                principal.hasAccount()
                        ? OrganizationKeys.path(organization, principal.account(), unstated())
                        : ContextValue.ABSENT;
            case "aws:principalisawsservice" -> isService();
            case "aws:principalservicename", "aws:principalservicenameslist" ->
                principal.kind() == Kind.SERVICE ? ContextValue.of(principal.name()) : ContextValue.ABSENT;
            case "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths" ->
                principal.kind() == Kind.SERVICE ? null : ContextValue.ABSENT;
            case "aws:federatedprovider" -> principal.kind() == Kind.ROLE_SESSION ? null : ContextValue.ABSENT;
            case "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:tokenissuetime", "aws:sourceidentity" ->
                principal.hasAccount() ? null : ContextValue.ABSENT;
            default -> key.startsWith(PRINCIPAL_TAG) && !principal.hasAccount() ? ContextValue.ABSENT : null;
        };
    }

    private ContextValue unstated() {
        return request.contextComplete() ? ContextValue.ABSENT : ContextValue.UNKNOWN;
    }

    private static ContextValue of(Optional<String> value) {
        return value.map(ContextValue::of).orElse(ContextValue.ABSENT);
    }

    private ContextValue account() {
        String account = principal.account();
        if (account != null) {
            return ContextValue.of(account);
        }
        return principal.kind() == Kind.ANONYMOUS ? ContextValue.of(ANONYMOUS) : ContextValue.ABSENT;
    }

    private ContextValue type() {
        return switch (principal.kind()) {
            case ROLE_SESSION -> ContextValue.of("AssumedRole");
            case USER -> ContextValue.of("User");
            case FEDERATED_USER -> ContextValue.of("FederatedUser");
            case ROOT -> ContextValue.of("Account");
            case ANONYMOUS -> ContextValue.of("Anonymous");
            case SERVICE -> ContextValue.ABSENT;
        };
    }

    private ContextValue userId() {
        String session = principal.session();
        return switch (principal.kind()) {
            case ROLE_SESSION ->
                ContextValue.of(UnresolvedToken.of("unique id of the role") + ":"
                        + (session == null ? UnresolvedToken.of("name of the role session") : session));
            case USER -> ContextValue.of(UnresolvedToken.of("unique id of the user"));
            case FEDERATED_USER -> ContextValue.of(principal.account() + ":" + principal.name());
            case ROOT -> ContextValue.of(String.valueOf(principal.account()));
            case ANONYMOUS -> ContextValue.of(ANONYMOUS);
            case SERVICE -> ContextValue.ABSENT;
        };
    }

    private ContextValue isService() {
        return principal.kind() == Kind.ANONYMOUS
                ? ContextValue.ABSENT
                : ContextValue.of(Boolean.toString(principal.kind() == Kind.SERVICE));
    }
}
