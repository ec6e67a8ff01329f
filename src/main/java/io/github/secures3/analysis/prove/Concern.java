package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which statements of bucket policies may be about certain callers: a statement that names a role of another account is not about the roles of this
 * one. Whatever is in doubt may be about them.
 */
final class Concern {

    private static final Pattern ACCOUNT = Pattern.compile("(?:arn:[^:]*:(?:iam|sts)::)?(\\d{12})(?::(.*))?");

    private Concern() {}

    /**
     * What of a situation may be about these callers. Where Block Public Access may take a policy for public, every statement of it is about everybody.
     */
    static Situation about(Situation situation, CallerScope callers) {
        if (situation.resourcePolicies().stream().anyMatch(policy -> policy.isPublicForBucket() != Truth.FALSE)) {
            return situation;
        }
        Situation.Builder builder = situation.toBuilder();
        for (AttachedPolicy policy : situation.resourcePolicies()) {
            PolicyDocument document = policy.document();
            List<Statement> statements = document.statements().stream()
                    .filter(statement -> mayConcern(statement.principals(), callers))
                    .toList();
            builder.resourcePolicy(
                    AttachedPolicy.of(new PolicyDocument(document.version(), document.id(), statements)));
        }
        return builder.build();
    }

    private static boolean mayConcern(@Nullable Principals principals, CallerScope callers) {
        return principals == null
                || principals.negated()
                || principals.members().stream().anyMatch(member -> mayConcern(member, callers));
    }

    private static boolean mayConcern(Principal member, CallerScope callers) {
        if (member.isEveryone()) {
            return true;
        }
        boolean services = callers.kinds().contains(RequestPrincipal.Kind.SERVICE);
        return switch (member.type()) {
            case EVERYONE, CANONICAL_USER, FEDERATED -> true;
            case SERVICE -> services;
            case AWS ->
                callers.kinds().isEmpty()
                        ? mayBe(callers.principal(), member.value())
                        : mayBeAmong(callers, member.value());
        };
    }

    private static boolean mayBeAmong(CallerScope callers, String value) {
        if (callers.kinds().stream().noneMatch(CallerScope.WITH_ACCOUNT::contains)) {
            return false;
        }
        Optional<String> account = accountOf(value);
        String only = callers.onlyAccount();
        return account.isEmpty()
                || ((only == null || UnresolvedToken.isIn(only) || only.equals(account.get()))
                        && !callers.excludedAccounts().contains(account.get()));
    }

    /** Whether a role or user may be the one that a policy names by account or ARN. */
    static boolean mayBe(RequestPrincipal principal, String value) {
        String own = principal.account();
        Optional<String> account = accountOf(value);
        if (account.isEmpty() || own == null || UnresolvedToken.isIn(own)) {
            return true;
        }
        return own.equals(account.get()) && !isMadeUpAndOther(principal.name(), value);
    }

    /** The account of an account id or ARN of which every part is known. */
    private static Optional<String> accountOf(String value) {
        Matcher matcher = ACCOUNT.matcher(value);
        boolean known = !UnresolvedToken.isIn(value) && matcher.matches();
        return known ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A name that the deployment makes up has a hyphen, so it is no name that is written without one. */
    private static boolean isMadeUpAndOther(@Nullable String name, String value) {
        boolean madeUp = name != null
                && UnresolvedToken.isGeneratedName(name)
                && UnresolvedToken.endOfTokenAt(name, 0) == name.length();
        boolean named = value.matches("[^/]*:(role|user|assumed-role)/.*");
        return madeUp && named && value.indexOf('-') < 0;
    }
}
