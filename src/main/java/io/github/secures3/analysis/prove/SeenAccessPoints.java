package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access points of one bucket in the templates, by their ARNs. Requests through them are looked at on their own way; on the direct way, where
 * keys of access points stand for access points that nobody has seen, there are none.
 */
record SeenAccessPoints(Set<String> arns) {

    private static final String ARN_KEY = "s3:DataAccessPointArn";
    private static final Set<Comparison> EQUALITY =
            Set.of(Comparison.ARN_EQUALS, Comparison.ARN_LIKE, Comparison.STRING_EQUALS, Comparison.STRING_LIKE);

    static SeenAccessPoints of(List<Scenes.Route> routes) {
        return new SeenAccessPoints(routes.stream()
                .filter(route -> !isDirect(route))
                .map(route -> route.withoutAccount().scene().situation().accessPoint())
                .map(AccessPoint::arn)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The statements that requests on this way can match. */
    List<Statement> askedOn(Scenes.Route route, List<Statement> asked) {
        return isDirect(route)
                ? asked.stream().filter(statement -> !namesSeenOnly(statement)).toList()
                : asked;
    }

    private static boolean isDirect(Scenes.Route route) {
        return route.withoutAccount().scene().situation().accessPoint() == null;
    }

    private boolean namesSeenOnly(Statement statement) {
        return statement.conditions().all().stream().anyMatch(this::namesSeenOnly);
    }

    private boolean namesSeenOnly(Condition condition) {
        return condition.key().equalsIgnoreCase(ARN_KEY)
                && EQUALITY.contains(condition.operator().comparison())
                && condition.operator().quantifier() == Quantifier.SINGLE
                && !condition.operator().ifExists()
                && condition.values().stream().allMatch(value -> arns.contains(value.text()));
    }
}
