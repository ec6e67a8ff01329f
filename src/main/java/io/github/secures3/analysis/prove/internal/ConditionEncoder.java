package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVariable;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns conditions into formulas, with the evaluator's meaning: absence fails a positive operator and satisfies a negated one,
 * {@code IfExists} and {@code ForAllValues}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class ConditionEncoder {

    private final String call;
    private final ComparisonEncoder comparisons;
    private final BoundsAlgebra logic;
    private final UnknownValues unknowns;
    private final KeyView keys;

    /**
     * An encoder for the keys of one call.
     *
     * @param call what tells the call from others whose keys differ
     */
    ConditionEncoder(String call, BoundsAlgebra logic, UnknownValues unknowns, KeyView keys) {
        this.call = call;
        this.comparisons = new ComparisonEncoder(call, logic, unknowns);
        this.logic = logic;
        this.unknowns = unknowns;
        this.keys = keys;
    }

    /** The patterns of a policy as languages, with the policy variables that these keys fill in. */
    PatternReader patterns() {
        return new PatternReader(unknowns, this::replacement);
    }

    /** When requests satisfy a condition that needs no version of the policy language. */
    Bounds holds(Condition condition) {
        return encode(condition, Vocabulary.version());
    }

    /** When requests have the key. */
    Bounds has(String key) {
        return holds(Condition.of(Comparison.NULL, key, "false"));
    }

    /** When requests satisfy the condition. */
    Bounds encode(Condition condition, PolicyVersion version) {
        KeyValue value = keys.get(condition.key().toLowerCase(Locale.ROOT));
        if (value instanceof KeyValue.Fixed fixed) {
            return ofFixed(condition, version, fixed.value());
        }
        Bounds present = Bounds.exact(present(value));
        ConditionOperator operator = condition.operator();
        if (operator.comparison() == Comparison.NULL) {
            return ofNull(condition, version, present);
        }
        if (value instanceof KeyValue.OfSet set) {
            return orAbsent(operator, present, ofSet(condition, version, set.attribute()));
        }
        PatternReader patterns = patterns();
        Bounds fits = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            fits = logic.or(
                    fits,
                    value instanceof KeyValue.OfText text
                            ? comparisons.textFits(condition, wanted, version, text, patterns)
                            : comparisons.choiceFits(
                                    condition, wanted, version, ((KeyValue.OfChoice) value).attribute()));
        }
        Bounds holds = operator.comparison().isNegated() ? logic.not(fits) : fits;
        boolean canBeEmpty =
                value instanceof KeyValue.OfText text && text.attribute().canBeEmpty();
        if (canBeEmpty && operator.quantifier() != Quantifier.SINGLE) {
            // Set operators take an empty value for none.
            TextAttribute attribute = ((KeyValue.OfText) value).attribute();
            present = logic.and(present, Bounds.exact(Circuit.not(attribute.in(Language.text("")))));
        }
        return orAbsent(operator, present, holds);
    }

    private static int present(KeyValue value) {
        if (value instanceof KeyValue.OfText text) {
            return text.present();
        }
        return value instanceof KeyValue.OfSet set
                ? set.attribute().present()
                : ((KeyValue.OfChoice) value).attribute().present();
    }

    private Bounds ofFixed(Condition condition, PolicyVersion version, ContextValue value) {
        boolean varying = condition.operator().comparison() != Comparison.NULL
                && !value.values().stream().allMatch(String::isEmpty)
                && condition.values().stream()
                        .anyMatch(v -> !patterns().varying(v.text(), version).isEmpty());
        if (!varying) {
            return logic.of(
                    fact(condition, version) + " of " + value,
                    ConditionPredicate.of(condition, version).test(contextWith(condition.key(), value)));
        }
        if (value.values().size() > 1) {
            return logic.unknown(
                    fact(condition, version) + " of " + value,
                    title(condition) + " compares several values with a policy variable");
        }
        String actual = unknowns.encode(value.values().get(0));
        Bounds fits = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            fits = logic.or(fits, comparisons.fixedFits(condition, wanted, version, actual, patterns()));
        }
        return condition.operator().comparison().isNegated() ? logic.not(fits) : fits;
    }

    private Bounds ofSet(Condition condition, PolicyVersion version, SetAttribute set) {
        ConditionOperator operator = condition.operator();
        if (!ComparisonEncoder.comparesText(operator.comparison())) {
            return logic.unknown(
                    fact(condition, version), title(condition) + " compares a set of texts otherwise than as text");
        }
        List<Language> surely = new ArrayList<>();
        List<Language> perhaps = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (ConditionValue wanted : condition.values()) {
            LanguageBounds language = patterns().value(operator.comparison(), wanted.text(), version);
            surely.add(language.must());
            perhaps.add(language.may());
            if (!language.isExact()) {
                reasons.add(language.reason());
            }
        }
        Language must = Language.anyOf(surely);
        Language may = set.opened(Language.anyOf(perhaps));
        String reason = reasons.isEmpty()
                ? "a value of " + set.name() + " can be one that is not known"
                : String.join("; ", reasons);
        boolean negated = operator.comparison().isNegated();
        String fact = fact(condition, version);
        Bounds some = logic.between(set.some(must), set.some(may), "some " + fact, reason);
        Bounds every = logic.between(set.every(must), set.every(may), "every " + fact, reason);
        Bounds all = negated ? logic.not(some) : every;
        Bounds any = negated ? logic.not(every) : some;
        return switch (operator.quantifier()) {
            case FOR_ALL_VALUES -> all;
            case FOR_ANY_VALUE -> any;
            case SINGLE -> between(all, any, condition, version);
        };
    }

    private Bounds ofNull(Condition condition, PolicyVersion version, Bounds present) {
        Bounds holds = Bounds.FALSE;
        for (ConditionValue wanted : condition.values()) {
            String text = wanted.text();
            if (text.equalsIgnoreCase("true")) {
                holds = logic.or(holds, logic.not(present));
            } else if (text.equalsIgnoreCase("false")) {
                holds = logic.or(holds, present);
            } else if (UnresolvedToken.isIn(text)
                    || Pattern.parse(text, version).hasVariables()) {
                holds = logic.or(
                        holds,
                        logic.unknown(
                                comparisons.fact(condition, wanted, version),
                                "'" + UnresolvedToken.shown(text) + "' under Null is not known"));
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
    private Bounds between(Bounds all, Bounds any, Condition condition, PolicyVersion version) {
        Bounds leaning = logic.unknown(
                fact(condition, version),
                title(condition) + " has no set operator, and the key can have several values");
        return logic.or(all, logic.and(any, leaning));
    }

    private static String title(Condition condition) {
        return "the condition " + condition.operator().text() + " on " + condition.key();
    }

    private String fact(Condition condition, PolicyVersion version) {
        return call + ": " + condition + " in " + version;
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
}
