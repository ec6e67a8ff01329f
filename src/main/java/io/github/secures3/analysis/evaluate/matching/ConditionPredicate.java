package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.PolicyVersion;
import java.util.List;
import java.util.Locale;

/**
 * One line of a condition block, ready to be tested against requests.
 *
 * <p>Several values in the policy are joined by OR, and by NOR under a negated operator. An absent key fails a positive operator and satisfies
 * a negated one, {@code IfExists} and {@code ForAllValues}; it fails {@code ForAnyValue}. A key with several values and no set operator has
 * an answer only where each of its values gives the same one, as AWS defines none otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
 *     Conditions with several keys or values</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Set operators for multivalued keys</a>
 * @since 0.1
 */
public final class ConditionPredicate {

    private final Condition condition;
    private final String key;
    private final List<ValueTest> tests;

    private ConditionPredicate(Condition condition, PolicyVersion version) {
        this.condition = condition;
        this.key = condition.key().toLowerCase(Locale.ROOT);
        Comparison comparison = condition.operator().comparison();
        this.tests = comparison == Comparison.NULL
                ? condition.values().stream()
                        .map(v -> (ValueTest) new BoolTest(v.text(), version))
                        .toList()
                : condition.values().stream()
                        .map(v -> ValueTest.of(comparison, v.text(), version))
                        .toList();
    }

    /** Prepares a condition of a document in this version of the language. */
    public static ConditionPredicate of(Condition condition, PolicyVersion version) {
        return new ConditionPredicate(condition, version);
    }

    /** The condition as the policy states it. */
    public Condition condition() {
        return condition;
    }

    /** Whether the request satisfies the condition. */
    public Truth test(ContextView context) {
        ContextValue value = context.get(key);
        if (value.isUnknown()) {
            return Truth.unknown("the context key " + condition.key() + " is not given");
        }
        if (condition.operator().comparison() == Comparison.NULL) {
            return fitsAny(value.isAbsent() ? "true" : "false", context);
        }
        Quantifier quantifier = condition.operator().quantifier();
        if (value.isAbsent() || (quantifier != Quantifier.SINGLE && isNullDataSet(value.values()))) {
            return Truth.of(satisfiedByAbsence());
        }
        return switch (quantifier) {
            case SINGLE -> single(value.values(), context);
            case FOR_ALL_VALUES -> forAll(value.values(), context);
            case FOR_ANY_VALUE -> forAny(value.values(), context);
        };
    }

    private boolean satisfiedByAbsence() {
        if (condition.operator().ifExists()) {
            return true;
        }
        return switch (condition.operator().quantifier()) {
            case SINGLE -> condition.operator().comparison().isNegated();
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
        };
    }

    /** AWS names the empty string as an example of values that resolve to a null data set. */
    private static boolean isNullDataSet(List<String> values) {
        return values.stream().allMatch(String::isEmpty);
    }

    private Truth single(List<String> values, ContextView context) {
        Truth all = forAll(values, context);
        if (values.size() == 1) {
            return all;
        }
        if (all.isTrue() || forAny(values, context).isFalse()) {
            return all;
        }
        return Truth.unknown("the context key " + condition.key() + " has several values and the condition "
                + condition.operator().text() + " no set operator, for which AWS defines no meaning");
    }

    private Truth forAll(List<String> values, ContextView context) {
        Truth all = Truth.TRUE;
        for (String value : values) {
            all = all.and(satisfies(value, context));
        }
        return all;
    }

    private Truth forAny(List<String> values, ContextView context) {
        Truth any = Truth.FALSE;
        for (String value : values) {
            any = any.or(satisfies(value, context));
        }
        return any;
    }

    private Truth satisfies(String value, ContextView context) {
        Truth fits = fitsAny(value, context);
        return condition.operator().comparison().isNegated() ? fits.not() : fits;
    }

    private Truth fitsAny(String value, ContextView context) {
        Truth any = Truth.FALSE;
        for (ValueTest test : tests) {
            any = any.or(test.fits(value, context));
            if (any.isTrue()) {
                return any;
            }
        }
        return any;
    }
}
