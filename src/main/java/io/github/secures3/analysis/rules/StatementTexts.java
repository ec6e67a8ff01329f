package io.github.secures3.analysis.rules;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites the texts of a statement that can hold unknown values: principals, resources and the values of conditions. */
final class StatementTexts {

    private final UnaryOperator<String> rewrite;

    private StatementTexts(UnaryOperator<String> rewrite) {
        this.rewrite = rewrite;
    }

    static Statement rewrite(Statement statement, UnaryOperator<String> rewrite) {
        return new StatementTexts(rewrite).statement(statement);
    }

    private Statement statement(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                principals(statement.principals()),
                statement.actions(),
                resources(statement.resources()),
                new Conditions(statement.conditions().all().stream()
                        .map(this::condition)
                        .toList()));
    }

    private @Nullable Principals principals(@Nullable Principals principals) {
        return principals == null
                ? null
                : new Principals(
                        principals.negated(),
                        principals.members().stream().map(this::principal).toList());
    }

    private Principal principal(Principal principal) {
        return principal.type() == PrincipalType.EVERYONE
                ? principal
                : new Principal(principal.type(), rewrite.apply(principal.value()));
    }

    private @Nullable Resources resources(@Nullable Resources resources) {
        return resources == null
                ? null
                : new Resources(
                        resources.negated(),
                        resources.patterns().stream().map(rewrite).toList());
    }

    private Condition condition(Condition condition) {
        return new Condition(
                condition.operator(),
                condition.key(),
                condition.values().stream()
                        .map(value -> new ConditionValue(value.type(), rewrite.apply(value.text())))
                        .toList());
    }
}
