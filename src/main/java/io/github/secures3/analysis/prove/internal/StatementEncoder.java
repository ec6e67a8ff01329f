package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.StatementPredicate;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns statements into formulas: a statement matches when each of its parts does. */
final class StatementEncoder {

    private static final Grants<Bounds> NOTHING = new Grants<>(Bounds.FALSE, Bounds.FALSE, Bounds.FALSE);

    private final BoundsAlgebra logic;
    private final SymbolicPrincipal principal;
    private final Map<Statement, Integer> allows = new LinkedHashMap<>();

    StatementEncoder(BoundsAlgebra logic, SymbolicPrincipal principal) {
        this.logic = logic;
        this.principal = principal;
    }

    /**
     * What the documents of one layer say.
     *
     * @param grants in which ways some Allow means the caller
     * @param denied when some Deny matches
     */
    record Layer(Grants<Bounds> grants, Bounds denied) {}

    /** What these documents say to a call. */
    Layer layer(List<AttachedPolicy> policies, Call call) {
        Grants<Bounds> grants = NOTHING;
        Bounds denied = Bounds.FALSE;
        for (AttachedPolicy policy : policies) {
            PolicyVersion version = policy.document().effectiveVersion();
            for (StatementPredicate prepared : policy.statements()) {
                Statement statement = prepared.statement();
                Grants<Bounds> match = match(statement, version, call);
                if (statement.effect() == Effect.ALLOW) {
                    allows.merge(statement, any(match).may(), logic.circuit()::or);
                    grants = or(grants, match);
                } else {
                    denied = logic.or(denied, any(match));
                }
            }
        }
        return new Layer(grants, denied);
    }

    /** When the statement matches a call, whatever its effect. */
    Bounds matches(Statement statement, PolicyVersion version, Call call) {
        return any(match(statement, version, call));
    }

    /** A layer that says something that nobody knows, but the same wherever this name and reason are given. */
    Layer unknown(String name, String reason) {
        Bounds allows = logic.unknown("allowed by " + name + " " + reason, reason);
        Bounds denies = logic.unknown("denied by " + name + " " + reason, reason);
        return new Layer(new Grants<>(allows, Bounds.FALSE, Bounds.FALSE), denies);
    }

    /** A layer that says this, and something else that nobody knows. */
    Layer withUnknown(Layer known, String name, String reason) {
        Layer unknown = unknown(name, reason);
        return new Layer(or(known.grants(), unknown.grants()), logic.or(known.denied(), unknown.denied()));
    }

    /** When any of the ways holds. */
    Bounds any(Grants<Bounds> grants) {
        return logic.any(List.of(grants.direct(), grants.limited(), grants.account()));
    }

    /** The Allow statements met so far, each with the formula under which it may match. */
    Map<Statement, Integer> allows() {
        return allows;
    }

    private Grants<Bounds> match(Statement statement, PolicyVersion version, Call call) {
        Bounds rest = logic.and(actions(statement, call), resources(statement, version, call));
        if (rest.equals(Bounds.FALSE)) {
            return NOTHING;
        }
        for (Condition condition : statement.conditions().all()) {
            rest = logic.and(rest, call.conditions().encode(condition, version));
        }
        Grants<Bounds> who = principal.match(statement.principals(), statement.effect(), call.conditions());
        return new Grants<>(
                logic.and(who.direct(), rest), logic.and(who.limited(), rest), logic.and(who.account(), rest));
    }

    private Bounds actions(Statement statement, Call call) {
        Bounds any = Bounds.FALSE;
        for (String pattern : statement.actions().patterns()) {
            any = logic.or(any, call.action().apply(pattern));
        }
        return statement.actions().negated() ? logic.not(any) : any;
    }

    private Bounds resources(Statement statement, PolicyVersion version, Call call) {
        Resources given = statement.resources();
        if (given == null) {
            return Bounds.TRUE;
        }
        PatternReader patterns = call.conditions().patterns();
        Bounds any = Bounds.FALSE;
        for (String pattern : given.patterns()) {
            any = logic.or(any, call.resource().fits(patterns.resource(pattern, version)));
        }
        return given.negated() ? logic.not(any) : any;
    }

    private Grants<Bounds> or(Grants<Bounds> one, Grants<Bounds> other) {
        return new Grants<>(
                logic.or(one.direct(), other.direct()),
                logic.or(one.limited(), other.limited()),
                logic.or(one.account(), other.account()));
    }
}
