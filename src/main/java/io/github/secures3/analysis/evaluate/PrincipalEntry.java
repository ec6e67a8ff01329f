package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code Principal} element. Users and roles are compared by account and name, which are unique whatever their path.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class PrincipalEntry {

    private final Principal principal;
    private final Optional<RequestPrincipal> parsed;
    private final boolean hasUnknownValue;

    private PrincipalEntry(Principal principal) {
        this.principal = principal;
        this.hasUnknownValue = UnresolvedToken.isIn(principal.value());
        this.parsed = parse(principal);
    }

    static PrincipalEntry of(Principal principal) {
        return new PrincipalEntry(principal);
    }

    boolean isEveryone() {
        return principal.isEveryone();
    }

    PrincipalMatch match(RequestView request) {
        return switch (principal.type()) {
            case EVERYONE -> PrincipalMatch.DIRECT;
            case AWS -> principal.isEveryone() ? PrincipalMatch.DIRECT : aws(request.principal());
            case SERVICE -> service(request);
            case FEDERATED -> federated(request);
            case CANONICAL_USER -> canonicalUser(request.principal());
        };
    }

    private static Optional<RequestPrincipal> parse(Principal principal) {
        try {
            return Optional.of(RequestPrincipal.parse(principal.value()));
        } catch (IllegalArgumentException e) {
            // Unique ids of deleted principals, wildcards inside ARNs and the like name nobody who could call.
            return Optional.empty();
        }
    }

    private PrincipalMatch aws(RequestPrincipal caller) {
        if (!caller.hasAccount()) {
            return PrincipalMatch.NONE;
        }
        if (parsed.isEmpty()) {
            return hasUnknownValue ? anything(caller) : PrincipalMatch.NONE;
        }
        RequestPrincipal named = parsed.get();
        Truth sameAccount = same(named.account(), caller.account());
        if (sameAccount.isFalse()) {
            return PrincipalMatch.NONE;
        }
        return switch (named.kind()) {
            case ROOT -> sameAccount.isTrue() ? PrincipalMatch.ACCOUNT : PrincipalMatch.account(sameAccount);
            case ROLE_SESSION -> roleOrSession(named, caller, sameAccount);
            case USER -> user(named, caller, sameAccount);
            case FEDERATED_USER ->
                caller.kind() == Kind.FEDERATED_USER
                        ? PrincipalMatch.direct(sameAccount.and(TextPattern.equal(named.name(), caller.name())))
                        : PrincipalMatch.NONE;
            case SERVICE, ANONYMOUS -> PrincipalMatch.NONE;
        };
    }

    private static PrincipalMatch roleOrSession(RequestPrincipal named, RequestPrincipal caller, Truth sameAccount) {
        if (caller.kind() != Kind.ROLE_SESSION) {
            return PrincipalMatch.NONE;
        }
        Truth sameRole = sameAccount.and(TextPattern.equal(named.name(), caller.name()));
        String namedSession = named.session();
        String callerSession = caller.session();
        if (sameRole.isFalse()) {
            return PrincipalMatch.NONE;
        }
        if (namedSession == null) {
            return sameRole.isTrue() ? PrincipalMatch.LIMITED : PrincipalMatch.limited(sameRole);
        }
        Truth sameSession = callerSession == null
                ? Truth.unknown("the name of the caller's session of the role " + caller.name() + " is not given")
                : TextPattern.equal(namedSession, callerSession);
        return PrincipalMatch.direct(sameRole.and(sameSession));
    }

    private static PrincipalMatch user(RequestPrincipal named, RequestPrincipal caller, Truth sameAccount) {
        if (caller.kind() == Kind.USER) {
            return PrincipalMatch.direct(sameAccount.and(TextPattern.equal(named.name(), caller.name())));
        }
        return caller.kind() == Kind.FEDERATED_USER
                ? PrincipalMatch.limited(sameAccount.and(Truth.unknown("whether the federated user " + caller.name()
                        + " was made by the user " + named.name() + " is not known")))
                : PrincipalMatch.NONE;
    }

    /** A value that is unknown as a whole may name the caller in any of the ways that a policy can. */
    private PrincipalMatch anything(RequestPrincipal caller) {
        String value = principal.value();
        String principalArn = caller.principalArn().orElse(caller.text());
        String account = String.valueOf(caller.account());
        String rootArn = "arn:" + caller.partition() + ":iam::" + account + ":root";
        Truth itself = TextPattern.equal(value, caller.text());
        Truth role = TextPattern.equal(value, principalArn);
        boolean session = caller.kind() == Kind.ROLE_SESSION;
        Truth direct = session && caller.text().equals(principalArn) ? Truth.FALSE : itself;
        return new PrincipalMatch(
                caller.kind() == Kind.ROOT ? Truth.FALSE : direct,
                session ? role : Truth.FALSE,
                TextPattern.equal(value, account).or(TextPattern.equal(value, rootArn)));
    }

    private PrincipalMatch service(RequestView request) {
        RequestPrincipal caller = request.principal();
        if (caller.kind() != Kind.SERVICE) {
            return PrincipalMatch.NONE;
        }
        Truth same = TextPattern.equal(principal.value(), caller.name());
        return PrincipalMatch.direct(
                same.isTrue()
                        ? same
                        : same.or(PrincipalPredicate.holds(
                                request.context().get("aws:principalservicenameslist"),
                                principal.value(),
                                "aws:PrincipalServiceNamesList")));
    }

    private PrincipalMatch federated(RequestView request) {
        if (request.principal().kind() != Kind.ROLE_SESSION) {
            return PrincipalMatch.NONE;
        }
        return PrincipalMatch.direct(PrincipalPredicate.holds(
                request.context().get("aws:federatedprovider"), principal.value(), "aws:FederatedProvider"));
    }

    private PrincipalMatch canonicalUser(RequestPrincipal caller) {
        return caller.hasAccount()
                ? PrincipalMatch.account(Truth.unknown("whose canonical user id " + abbreviated(principal.value())
                        + " is, no ARN or account id tells"))
                : PrincipalMatch.NONE;
    }

    private static Truth same(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Truth.FALSE : TextPattern.equal(one, other);
    }

    private static String abbreviated(String id) {
        return id.length() > 8 ? id.substring(0, 8) + "..." : id;
    }
}
