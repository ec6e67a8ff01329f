package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ArnPattern;
import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * A statement as one predicate for each attribute of a request, all of which must hold for it to match.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 * @since 0.1
 */
public final class StatementPredicate {

    /** No policy variable counts in an action. */
    private static final ContextView NO_CONTEXT = key -> {
        throw new IllegalStateException("an action has no policy variables");
    };

    private final Statement statement;
    private final PrincipalPredicate principals;
    private final List<TextPattern> actions;
    private final List<ArnPattern> resources;
    private final List<ConditionPredicate> conditions;

    private StatementPredicate(Statement statement, PolicyVersion version) {
        this.statement = statement;
        this.principals = PrincipalPredicate.of(statement.principals(), statement.effect());
        this.actions =
                statement.actions().patterns().stream().map(TextPattern::action).toList();
        Resources given = statement.resources();
        this.resources = given == null
                ? List.of()
                : given.patterns().stream()
                        .map(pattern -> ArnPattern.resource(pattern, version))
                        .toList();
        this.conditions = statement.conditions().all().stream()
                .map(condition -> ConditionPredicate.of(condition, version))
                .toList();
    }

    /** Prepares a statement of a document in this version of the language. */
    public static StatementPredicate of(Statement statement, PolicyVersion version) {
        return new StatementPredicate(statement, version);
    }

    /** The statement. */
    public Statement statement() {
        return statement;
    }

    /** Whether the statement allows. */
    public boolean isAllow() {
        return statement.effect() == Effect.ALLOW;
    }

    /** What the statement says to the request. */
    public StatementMatch match(RequestView request) {
        Truth rest = matchesAction(request);
        if (rest.isFalse()) {
            return StatementMatch.NOT_ACTION;
        }
        PrincipalMatch who = principals.match(request);
        if (who.any().isFalse()) {
            return StatementMatch.NOT_PRINCIPAL;
        }
        rest = rest.and(matchesResource(request));
        if (rest.isFalse()) {
            return StatementMatch.NOT_RESOURCE;
        }
        for (ConditionPredicate condition : conditions) {
            rest = rest.and(condition.test(request.context()));
            if (rest.isFalse()) {
                return new StatementMatch(PrincipalMatch.NONE, StatementMatch.Part.CONDITION, condition.condition());
            }
        }
        return who.isPlainlyDirect() && rest.isTrue()
                ? StatementMatch.DIRECT
                : new StatementMatch(who.and(rest), null, null);
    }

    /** Whether everything but the action fits for certain, so that the action alone keeps the statement from matching. */
    boolean failsByActionAlone(RequestView request) {
        return matchesAction(request).isFalse()
                && principals.match(request).any().isTrue()
                && matchesResource(request).isTrue()
                && conditions.stream()
                        .allMatch(condition -> condition.test(request.context()).isTrue());
    }

    private Truth matchesAction(RequestView request) {
        Truth any = Truth.FALSE;
        for (TextPattern action : actions) {
            any = any.or(action.matches(request.action(), NO_CONTEXT));
            if (any.isTrue()) {
                break;
            }
        }
        return statement.actions().negated() ? any.not() : any;
    }

    private Truth matchesResource(RequestView request) {
        Resources given = statement.resources();
        if (given == null) {
            return Truth.TRUE;
        }
        Truth any = Truth.FALSE;
        for (ArnPattern resource : resources) {
            any = any.or(resource.matches(request.resource(), request.context()));
            if (any.isTrue()) {
                break;
            }
        }
        return given.negated() ? any.not() : any;
    }
}
