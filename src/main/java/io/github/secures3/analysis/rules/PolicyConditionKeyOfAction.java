package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.GlobalConditionKeys;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds conditions on keys that no action of the statement carries, such as {@code s3:prefix} for {@code s3:GetObject}. The Null operator is left out:
 * testing for the absence of a key is its purpose.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Condition keys of each action</a>
 * @since 0.1
 */
public final class PolicyConditionKeyOfAction implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.condition-key-of-action",
                    Severity.WARNING,
                    "Requests carry the keys that conditions test",
                    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            for (LocatedStatement located : policy.statements()) {
                for (Condition condition : located.statement().conditions().all()) {
                    if (isNeverThere(located.statement().actions(), condition)) {
                        claims.add(claims.violated(
                                        policy.element(),
                                        "no request for the actions of " + StatedPolicy.name(located) + " carries "
                                                + condition.key() + ", so " + effect(condition),
                                        "test the key in a statement of the actions that carry it, or remove the"
                                                + " condition")
                                .at(located.at())
                                .with(
                                        Evidence.Kind.STATEMENT,
                                        condition.operator().text() + " " + condition.key() + " with "
                                                + String.join(
                                                        ", ",
                                                        located.statement()
                                                                .actions()
                                                                .patterns())));
                    }
                }
            }
        }
    }

    private static boolean isNeverThere(Actions actions, Condition condition) {
        String key = condition.key();
        int colon = key.indexOf(':');
        Optional<ServiceCatalog> service = colon < 0
                ? Optional.empty()
                : ServiceCatalog.of(key.substring(0, colon).toLowerCase(Locale.ROOT));
        if (service.isEmpty()
                || actions.negated()
                || condition.operator().comparison() == Comparison.NULL
                || GlobalConditionKeys.find(key).isPresent()
                || service.get().conditionKey(key).isEmpty()) {
            return false;
        }
        List<ActionDefinition> reached = actions.patterns().stream()
                .flatMap(pattern -> service.get().matching(pattern).stream())
                .toList();
        boolean known = actions.patterns().stream().noneMatch(UnresolvedToken::isIn);
        return known
                && !reached.isEmpty()
                && reached.stream()
                        .flatMap(action -> service.get().conditionKeysOf(action).stream())
                        .noneMatch(carried -> carried.matches(key));
    }

    private static String effect(Condition condition) {
        boolean always = condition.operator().ifExists()
                || condition.operator().comparison().isNegated()
                || condition.operator().quantifier() == Quantifier.FOR_ALL_VALUES;
        return always ? "the condition always holds" : "the condition never holds";
    }
}
