package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.matching.ConditionPredicate;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.IpRange;
import io.github.secures3.analysis.evaluate.matching.TypedText;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Locale;

/** When a value of a request fits one value of a condition; a negated operator compares as its positive twin. */
final class ComparisonEncoder {

    private final String call;
    private final BoundsAlgebra logic;
    private final UnknownValues unknowns;

    /**
     * An encoder of comparisons in one call.
     *
     * @param call what tells the call from others whose keys differ
     */
    ComparisonEncoder(String call, BoundsAlgebra logic, UnknownValues unknowns) {
        this.call = call;
        this.logic = logic;
        this.unknowns = unknowns;
    }

    /** When a text that is the same in all requests fits a value with a policy variable. */
    Bounds fixedFits(
            Condition condition, ConditionValue wanted, PolicyVersion version, String actual, PatternReader patterns) {
        if (!comparesText(condition.operator().comparison())) {
            return logic.unknown(
                    fact(condition, wanted, version) + " of " + actual,
                    "the condition " + condition.operator().text() + " on " + condition.key()
                            + " compares with a policy variable");
        }
        LanguageBounds language = patterns.value(condition.operator().comparison(), wanted.text(), version);
        return logic.between(
                language.must().contains(actual) ? Circuit.TRUE : Circuit.FALSE,
                language.may().opened().contains(actual) ? Circuit.TRUE : Circuit.FALSE,
                fact(condition, wanted, version) + " of " + actual,
                language.reason());
    }

    /** When a text that varies fits. */
    Bounds textFits(
            Condition condition,
            ConditionValue wanted,
            PolicyVersion version,
            KeyValue.OfText text,
            PatternReader patterns) {
        Comparison comparison = condition.operator().comparison();
        String fact = fact(condition, wanted, version);
        if (comparison == Comparison.BOOL && Candidates.truthValues().contains(lower(wanted.text()))) {
            Language same = text.origin()
                    .apply(Language.sequence().textInAnyCase(wanted.text()).language());
            return text(fact, text.attribute(), LanguageBounds.exact(same));
        }
        if (!comparesText(comparison)) {
            return isOfType(comparison, wanted.text())
                    ? logic.unknown(
                            fact,
                            "the condition " + condition.operator().text() + " on " + condition.key()
                                    + " compares a text otherwise than as text")
                    : Bounds.FALSE;
        }
        String encoded = unknowns.encode(wanted.text());
        if (UnknownValues.isIn(encoded) && text.attribute().excludes(encoded)) {
            return Bounds.FALSE;
        }
        LanguageBounds language = patterns.value(comparison, wanted.text(), version, text.beginning());
        return text(
                fact,
                text.attribute(),
                new LanguageBounds(
                        text.origin().apply(language.must()), text.origin().apply(language.may()), language.reason()));
    }

    private Bounds text(String fact, TextAttribute attribute, LanguageBounds language) {
        String reason = language.isExact()
                ? "the value of " + attribute.name() + " can be one that is not known"
                : language.reason();
        return logic.between(attribute.in(language.must()), attribute.mayBeIn(language.may()), fact, reason);
    }

    /** When one of finitely many values fits. */
    Bounds choiceFits(Condition condition, ConditionValue wanted, PolicyVersion version, ChoiceAttribute choice) {
        Comparison comparison = condition.operator().comparison();
        Pattern pattern = Pattern.parse(wanted.text(), version);
        boolean likes = comparison.kind() == Comparison.Kind.ARN
                || comparison == Comparison.STRING_LIKE
                || comparison == Comparison.STRING_NOT_LIKE;
        boolean unread = UnknownValues.isIn(unknowns.encode(wanted.text()))
                || (pattern.hasVariables() && (comparesText(comparison) || comparison == Comparison.BOOL))
                || (likes && pattern.hasWildcards() && !choice.isClosedList());
        if (unread) {
            return logic.unknown(
                    fact(condition, wanted, version),
                    "how '" + UnresolvedToken.shown(wanted.text()) + "' compares with " + condition.key());
        }
        Condition alone = new Condition(ConditionOperator.of(positive(comparison)), condition.key(), List.of(wanted));
        ConditionPredicate predicate = ConditionPredicate.of(alone, version);
        return Bounds.exact(choice.passes(
                alone.operator().text() + " " + wanted.text(),
                wanted.text(),
                actual -> predicate.test(asked -> ContextValue.of(actual)).isTrue()));
    }

    /** The same comparison of one value holds alike in whatever conditions it stands. */
    String fact(Condition condition, ConditionValue wanted, PolicyVersion version) {
        return call + ": " + lower(condition.key()) + " "
                + positive(condition.operator().comparison()).text() + " " + wanted.text() + " in " + version;
    }

    private static boolean isOfType(Comparison comparison, String text) {
        if (UnresolvedToken.isIn(text)) {
            return true;
        }
        return switch (comparison.kind()) {
            case NUMERIC -> TypedText.number(text).isPresent();
            case DATE -> TypedText.instant(text).isPresent();
            case IP -> IpRange.find(text).isPresent();
            case BOOL -> text.contains("${");
            case BINARY, STRING, ARN, NULL -> true;
        };
    }

    /** Whether the operator compares texts as texts. */
    static boolean comparesText(Comparison comparison) {
        return switch (comparison.kind()) {
            case STRING, ARN -> true;
            case NUMERIC, DATE, BOOL, BINARY, IP, NULL -> false;
        };
    }

    /** A negated operator compares as its positive twin. */
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

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
