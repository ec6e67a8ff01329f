package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.DecisionRule.Caller;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.PrincipalMatch;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.RequestView;
import io.github.secures3.analysis.evaluate.StatementPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One principal, about whom the evaluator itself is asked. */
final class FixedPrincipal implements SymbolicPrincipal {

    private final BoundsAlgebra logic;
    private final RequestPrincipal principal;
    private final boolean hasBoundary;

    FixedPrincipal(BoundsAlgebra logic, RequestPrincipal principal, boolean hasBoundary) {
        this.logic = logic;
        this.principal = principal;
        this.hasBoundary = hasBoundary;
    }

    @Override
    public Caller<Bounds> facts() {
        return new Caller<>(
                Bounds.of(!principal.hasAccount()),
                Bounds.of(principal.kind() == Kind.ANONYMOUS),
                Bounds.of(principal.kind() == Kind.ROOT),
                Bounds.of(principal.kind() == Kind.FEDERATED_USER));
    }

    @Override
    public Bounds isService() {
        return Bounds.of(principal.kind() == Kind.SERVICE);
    }

    @Override
    public Bounds isRoleSession() {
        return Bounds.of(principal.kind() == Kind.ROLE_SESSION);
    }

    @Override
    public Bounds sameAccount(@Nullable String account, String what) {
        return logic.of("same account as " + what, ContextCompletion.sameAccount(principal, account, what));
    }

    @Override
    public Grants<Bounds> match(@Nullable Principals principals, Effect effect, ConditionEncoder conditions) {
        if (principals == null || principals.negated()) {
            return match(principals, effect);
        }
        Map<Boolean, List<Principal>> federated = principals.members().stream()
                .collect(Collectors.partitioningBy(member -> member.type() == PrincipalType.FEDERATED));
        Grants<Bounds> others = match(new Principals(false, federated.getOrDefault(false, List.of())), effect);
        Bounds direct = others.direct();
        for (Principal provider : federated.getOrDefault(true, List.of())) {
            direct = logic.or(direct, isFrom(provider, conditions));
        }
        return new Grants<>(direct, others.limited(), others.account());
    }

    private Bounds isFrom(Principal provider, ConditionEncoder conditions) {
        return principal.kind() == Kind.ROLE_SESSION
                ? conditions.encode(
                        Condition.of(Comparison.STRING_EQUALS, "aws:FederatedProvider", provider.value()),
                        PolicyVersion.V2008_10_17)
                : Bounds.FALSE;
    }

    private Grants<Bounds> match(@Nullable Principals principals, Effect effect) {
        Statement alone = new Statement(null, effect, principals, Actions.of("*"), null, Conditions.none());
        RequestView view = new RequestView(principal, "s3:GetObject", "*", this::known, hasBoundary);
        PrincipalMatch match = StatementPredicate.of(alone, PolicyVersion.V2012_10_17)
                .match(view)
                .principal();
        String fact = effect + " to " + principals;
        return new Grants<>(
                logic.of("direct " + fact, match.direct()),
                logic.of("limited " + fact, match.limited()),
                logic.of("account " + fact, match.account()));
    }

    private ContextValue known(String key) {
        boolean ownName = key.equals("aws:principalservicenameslist") && principal.kind() == Kind.SERVICE;
        return ownName ? ContextValue.of(principal.name()) : ContextValue.UNKNOWN;
    }

    @Override
    public Bounds isIn(List<String> accounts) {
        Truth any = Truth.FALSE;
        for (String account : accounts) {
            any = any.or(ContextCompletion.sameAccount(principal, account, "an organization"));
        }
        return logic.of("account in " + accounts, any);
    }

    @Override
    public boolean varies(String key) {
        return false;
    }

    @Override
    public @Nullable KeyValue key(String key) {
        return null;
    }
}
