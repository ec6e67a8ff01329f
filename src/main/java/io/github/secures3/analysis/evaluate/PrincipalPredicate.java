package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Principal} or {@code NotPrincipal} element of a statement, ready to be compared with callers.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
 */
final class PrincipalPredicate {

    private final boolean absent;
    private final boolean negated;
    private final Effect effect;
    private final List<PrincipalEntry> entries;

    private PrincipalPredicate(@Nullable Principals principals, Effect effect) {
        this.absent = principals == null;
        this.negated = principals != null && principals.negated();
        this.effect = effect;
        this.entries = principals == null
                ? List.of()
                : principals.members().stream().map(PrincipalEntry::of).toList();
    }

    static PrincipalPredicate of(@Nullable Principals principals, Effect effect) {
        return new PrincipalPredicate(principals, effect);
    }

    PrincipalMatch match(RequestView request) {
        if (absent) {
            return PrincipalMatch.DIRECT;
        }
        return negated ? PrincipalMatch.direct(isOutside(request)) : named(request);
    }

    private PrincipalMatch named(RequestView request) {
        PrincipalMatch match = PrincipalMatch.NONE;
        for (PrincipalEntry entry : entries) {
            match = match.or(entry.match(request));
        }
        return match;
    }

    /**
     * Whether {@code NotPrincipal} leaves the caller outside its exceptions. AWS asks that an exception list the account beside the user, and
     * the account and the role beside the session, and may deny otherwise; and it always denies callers that have a permissions boundary.
     */
    private Truth isOutside(RequestView request) {
        RequestPrincipal caller = request.principal();
        boolean limitedByBoundary = caller.kind() == Kind.ROLE_SESSION || caller.kind() == Kind.USER;
        if (effect == Effect.DENY && request.hasBoundary() && limitedByBoundary) {
            return Truth.TRUE;
        }
        PrincipalMatch excepted = named(request);
        if (excepted.any().isFalse()) {
            return Truth.TRUE;
        }
        if (entries.stream().anyMatch(PrincipalEntry::isEveryone)) {
            return Truth.FALSE;
        }
        Truth complete = switch (caller.kind()) {
            case ROLE_SESSION -> excepted.direct().and(excepted.limited()).and(excepted.account());
            case USER, FEDERATED_USER -> excepted.direct().and(excepted.account());
            case ROOT -> excepted.account();
            case SERVICE, ANONYMOUS -> excepted.direct();
        };
        if (complete.isTrue()) {
            return Truth.FALSE;
        }
        return complete.isUnknown()
                ? complete
                : Truth.unknown(
                        "NotPrincipal names only part of the caller's account, role and session, so that AWS may deny it all the same");
    }

    /** Whether a list of values under a key holds this one. */
    static Truth holds(ContextValue value, String wanted, String key) {
        if (value.isUnknown()) {
            return Truth.unknown("the context key " + key + " is not given");
        }
        Truth any = Truth.FALSE;
        for (String given : value.values()) {
            any = any.or(TextPattern.equal(given, wanted));
        }
        return any;
    }
}
