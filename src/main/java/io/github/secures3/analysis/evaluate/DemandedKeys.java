package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Locale;
import java.util.Set;

/**
 * Which condition keys a statement demands: it holds only for requests that carry the key with a value that it names. A condition that a request without
 * the key fulfils demands nothing, nor does one that every value fulfils, such as {@code Null} or {@code StringLike} with an asterisk alone; and a
 * pattern names no account and no organization.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Set
 *     operators</a>
 * @since 0.1
 */
public final class DemandedKeys {

    /** Keys whose values are names that others get, too: half of one is no name. */
    private static final Set<String> NAMES = Set.of(
            "aws:principalaccount", "aws:principalorgid", "aws:sourceaccount", "aws:sourceorgid", "kms:calleraccount");

    private static final Set<String> PATHS = Set.of("aws:principalorgpaths", "aws:sourceorgpaths");

    private DemandedKeys() {}

    /**
     * Whether a statement demands one of these keys.
     *
     * @param keys in lower case
     */
    public static boolean anyIn(Statement statement, Set<String> keys) {
        return statement.conditions().all().stream().anyMatch(condition -> isDemand(condition, keys));
    }

    /**
     * Whether a condition demands one of these keys.
     *
     * @param keys in lower case
     */
    public static boolean isDemand(Condition condition, Set<String> keys) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        Comparison comparison = condition.operator().comparison();
        return keys.contains(key)
                && !condition.operator().ifExists()
                && condition.operator().quantifier() != Quantifier.FOR_ALL_VALUES
                && !comparison.isNegated()
                && names(comparison)
                && condition.values().stream().allMatch(value -> names(key, comparison, value));
    }

    private static boolean names(Comparison comparison) {
        return comparison.kind() == Comparison.Kind.STRING
                || comparison.kind() == Comparison.Kind.ARN
                || comparison == Comparison.NUMERIC_EQUALS;
    }

    private static boolean names(String key, Comparison comparison, ConditionValue value) {
        boolean patterns = comparison == Comparison.STRING_LIKE || comparison.kind() == Comparison.Kind.ARN;
        if (!patterns) {
            return true;
        }
        if (NAMES.contains(key)) {
            return !hasWildcard(value.text());
        }
        if (PATHS.contains(key)) {
            int slash = value.text().indexOf('/');
            return !hasWildcard(slash < 0 ? value.text() : value.text().substring(0, slash));
        }
        if (key.equals("s3:dataaccesspointarn")) {
            return Arn.find(value.text())
                    .map(arn -> !hasWildcard(arn.account()))
                    .orElseGet(() -> UnresolvedToken.isIn(value.text()));
        }
        return !value.text().chars().allMatch(letter -> "*?:".indexOf(letter) >= 0);
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}
