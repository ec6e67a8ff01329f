package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVariable;
import io.github.secures3.policy.PolicyVersion;
import java.util.List;
import java.util.Locale;

/**
 * Turns conditions into formulas, with the evaluator's meaning: absence fails a positive operator and satisfies a negated one,
 * {@code IfExists} and {@code ForAllValues}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class ConditionEncoder {

    private final BoundsAlgebra logic;
    private final UnknownValues unknowns;
    private final KeyView keys;

    ConditionEncoder(BoundsAlgebra logic, UnknownValues unknowns, KeyView keys) {
        this.logic = logic;
        this.unknowns = unknowns;
        this.keys = keys;
    }

    /** The patterns of a policy as languages, with the policy variables that these keys fill in. */
    PatternReader patterns() {
        return new PatternReader(unknowns, this::replacement);
    }

    /** When requests satisfy the condition. */
    Bounds encode(Condition condition, PolicyVersion version) {
        KeyValue value = keys.get(condition.key().toLowerCase(Locale.ROOT));
        if (value instanceof KeyValue.Fixed fixed) {
            return ofFixed(condition, version, fixed.value());
        }
        if (value instanceof KeyValue.OfText text) {
            return ofText(condition, version, text);
        }
        if (value instanceof KeyValue.OfSet set) {
            return ofSet(condition, version, set.attribute());
        }
        return ofChoice(condition, version, ((KeyValue.OfChoice) value).attribute());
    }

    private Bounds ofFixed(Condition condition, PolicyVersion version, ContextValue value) {
        boolean varying = condition.operator().comparison() != Comparison.NULL
                && condition.values().stream().anyMatch(v -> varies(v.text(), version));
        if (!varying || value.isAbsent() || value.isUnknown()) {
            return logic.of(
                    condition + " in " + version + " of " + value,
                    ConditionPredicate.of(condition, version).test(contextWith(condition.key(), value)));
        }
        if (value.values().size() > 1) {
            return logic.unknown(condition, title(condition) + " compares several values with a policy variable");
        }
        String actual = unknowns.encode(value.values().get(0));
        Bounds fits = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            fits = logic.or(fits, fixedFits(condition, wanted, version, actual));
        }
        return condition.operator().comparison().isNegated() ? logic.not(fits) : fits;
    }

    private Bounds fixedFits(Condition condition, ConditionValue wanted, PolicyVersion version, String actual) {
        if (!comparesText(condition.operator().comparison())) {
            return logic.unknown(List.of(condition, wanted), title(condition) + " compares with a policy variable");
        }
        LanguageBounds language = patterns().value(condition.operator().comparison(), wanted.text(), version);
        LanguageBounds rest = language.after(actual);
        if (rest.must().contains("")) {
            return Bounds.TRUE;
        }
        return rest.may().contains("")
                ? logic.unknown(List.of(condition, wanted, actual), rest.reason())
                : Bounds.FALSE;
    }

    private Bounds ofText(Condition condition, PolicyVersion version, KeyValue.OfText text) {
        Bounds present = Bounds.exact(text.present());
        ConditionOperator operator = condition.operator();
        if (operator.comparison() == Comparison.NULL) {
            return ofNull(condition, present);
        }
        Bounds fits = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            fits = logic.or(fits, textFits(condition, wanted, version, text));
        }
        return orAbsent(operator, present, operator.comparison().isNegated() ? logic.not(fits) : fits);
    }

    private Bounds textFits(Condition condition, ConditionValue wanted, PolicyVersion version, KeyValue.OfText text) {
        Comparison comparison = condition.operator().comparison();
        String truthValue = wanted.text().toLowerCase(Locale.ROOT);
        if (comparison == Comparison.BOOL && Candidates.truthValues().contains(truthValue)) {
            Language same = text.origin().apply(Language.text(truthValue));
            return Bounds.exact(text.attribute().in(same));
        }
        if (!comparesText(comparison)) {
            return logic.unknown(
                    List.of(condition, wanted), title(condition) + " compares a text otherwise than as text");
        }
        LanguageBounds language = patterns().value(comparison, wanted.text(), version);
        return logic.between(
                text.attribute().in(text.origin().apply(language.must())),
                text.attribute().in(text.origin().apply(language.may())),
                language.reason(),
                language.reason());
    }

    private Bounds ofSet(Condition condition, PolicyVersion version, SetAttribute set) {
        Bounds present = Bounds.exact(set.present());
        ConditionOperator operator = condition.operator();
        if (operator.comparison() == Comparison.NULL) {
            return ofNull(condition, present);
        }
        if (!comparesText(operator.comparison())) {
            return orAbsent(
                    operator,
                    present,
                    logic.unknown(condition, title(condition) + " compares a set of texts otherwise than as text"));
        }
        Language must = Language.none();
        Language may = Language.none();
        String reason = "";
        for (ConditionValue wanted : condition.values()) {
            LanguageBounds language = patterns().value(operator.comparison(), wanted.text(), version);
            must = Language.anyOf(List.of(must, language.must()));
            may = Language.anyOf(List.of(may, language.may()));
            reason = reason.isEmpty() || language.isExact()
                    ? reason + language.reason()
                    : reason + "; " + language.reason();
        }
        boolean negated = operator.comparison().isNegated();
        Bounds some = logic.between(set.some(must), set.some(may), reason, reason);
        Bounds every = logic.between(set.every(must), set.every(may), reason, reason);
        Bounds all = negated ? logic.not(some) : every;
        Bounds any = negated ? logic.not(every) : some;
        Bounds holds = switch (operator.quantifier()) {
            case FOR_ALL_VALUES -> all;
            case FOR_ANY_VALUE -> any;
            case SINGLE -> between(all, any, condition);
        };
        return orAbsent(operator, present, holds);
    }

    private Bounds ofChoice(Condition condition, PolicyVersion version, ChoiceAttribute choice) {
        Bounds present = Bounds.exact(choice.present());
        ConditionOperator operator = condition.operator();
        if (operator.comparison() == Comparison.NULL) {
            return ofNull(condition, present);
        }
        Bounds fits = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            fits = logic.or(fits, choiceFits(operator.comparison(), condition.key(), wanted, version, choice));
        }
        return orAbsent(operator, present, operator.comparison().isNegated() ? logic.not(fits) : fits);
    }

    private Bounds choiceFits(
            Comparison comparison, String key, ConditionValue wanted, PolicyVersion version, ChoiceAttribute choice) {
        Pattern pattern = Pattern.parse(wanted.text(), version);
        boolean unread = pattern.hasVariables()
                || UnknownValues.isIn(unknowns.encode(wanted.text()))
                || (comparesText(comparison) && pattern.hasWildcards() && !choice.isClosedList());
        if (unread) {
            return logic.unknown(
                    comparison + " " + wanted + " " + key, "how '" + wanted.text() + "' compares with " + key);
        }
        Condition alone = new Condition(ConditionOperator.of(positive(comparison)), key, List.of(wanted));
        ConditionPredicate predicate = ConditionPredicate.of(alone, version);
        String name = alone.operator().text() + " " + wanted.text();
        return Bounds.exact(choice.passes(
                name,
                wanted.text(),
                actual -> predicate.test(asked -> ContextValue.of(actual)).isTrue()));
    }

    private Bounds ofNull(Condition condition, Bounds present) {
        Bounds holds = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            if (wanted.text().equalsIgnoreCase("true")) {
                holds = logic.or(holds, logic.not(present));
            } else if (wanted.text().equalsIgnoreCase("false")) {
                holds = logic.or(holds, present);
            } else if (UnknownValues.isIn(unknowns.encode(wanted.text()))) {
                holds = logic.or(holds, logic.unknown(wanted, "'" + wanted.text() + "' under Null is not known"));
            }
        }
        return holds;
    }

    private Bounds orAbsent(ConditionOperator operator, Bounds present, Bounds holds) {
        boolean satisfiedByAbsence = operator.ifExists()
                || switch (operator.quantifier()) {
                    case SINGLE -> operator.comparison().isNegated();
                    case FOR_ALL_VALUES -> true;
                    case FOR_ANY_VALUE -> false;
                };
        return satisfiedByAbsence ? logic.or(logic.not(present), holds) : logic.and(present, holds);
    }

    /** AWS defines a plain operator for one value; with several, the two readings bound the answer. */
    private Bounds between(Bounds all, Bounds any, Condition condition) {
        Bounds leaning = logic.unknown(
                condition, title(condition) + " has no set operator, and the key can have several values");
        return logic.or(all, logic.and(any, leaning));
    }

    private static String title(Condition condition) {
        return "the condition " + condition.operator().text() + " on " + condition.key();
    }

    private PatternReader.Replacement replacement(PolicyVariable variable) {
        KeyValue value = keys.get(variable.key().toLowerCase(Locale.ROOT));
        if (!(value instanceof KeyValue.Fixed fixed) || fixed.value().isUnknown()) {
            return new PatternReader.Replacement.Varying("the policy variable " + variable.text()
                    + " ties two parts of a request together, which is beyond a proof");
        }
        if (fixed.value().isAbsent()) {
            String fallback = variable.defaultValue();
            return fallback == null
                    ? new PatternReader.Replacement.Nothing()
                    : new PatternReader.Replacement.Text(fallback);
        }
        return fixed.value().values().size() == 1
                ? new PatternReader.Replacement.Text(fixed.value().values().get(0))
                : new PatternReader.Replacement.Varying("the policy variable " + variable.text()
                        + " stands for several values, for which AWS defines no meaning");
    }

    private boolean varies(String text, PolicyVersion version) {
        return Pattern.parse(text, version).parts().stream()
                .anyMatch(part -> part instanceof Pattern.Variable variable
                        && replacement(variable.variable()) instanceof PatternReader.Replacement.Varying);
    }

    /** The key with this value, and the fixed keys that policy variables ask for. */
    private ContextView contextWith(String key, ContextValue value) {
        String lower = key.toLowerCase(Locale.ROOT);
        return asked -> {
            if (asked.equals(lower)) {
                return value;
            }
            return keys.get(asked) instanceof KeyValue.Fixed fixed ? fixed.value() : ContextValue.UNKNOWN;
        };
    }

    private static boolean comparesText(Comparison comparison) {
        return switch (comparison.kind()) {
            case STRING, ARN, BINARY -> true;
            case NUMERIC, DATE, BOOL, IP, NULL -> false;
        };
    }

    private static Comparison positive(Comparison comparison) {
        return switch (comparison) {
            case STRING_NOT_EQUALS -> Comparison.STRING_EQUALS;
            case STRING_NOT_EQUALS_IGNORE_CASE -> Comparison.STRING_EQUALS_IGNORE_CASE;
            case STRING_NOT_LIKE -> Comparison.STRING_LIKE;
            case NUMERIC_NOT_EQUALS -> Comparison.NUMERIC_EQUALS;
            case DATE_NOT_EQUALS -> Comparison.DATE_EQUALS;
            case NOT_IP_ADDRESS -> Comparison.IP_ADDRESS;
            case ARN_NOT_EQUALS -> Comparison.ARN_EQUALS;
            case ARN_NOT_LIKE -> Comparison.ARN_LIKE;
            default -> comparison;
        };
    }
}
