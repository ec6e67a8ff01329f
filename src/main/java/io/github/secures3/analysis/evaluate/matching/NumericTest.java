package io.github.secures3.analysis.evaluate.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Integers and decimals; what is no number compares with nothing, and policy variables are not allowed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric">
 *     Numeric condition operators</a>
 */
final class NumericTest implements ValueTest {

    /** No AWS key holds a longer number, and a long exponent would make comparing slow. */
    private static final int MOST_CHARACTERS = 64;

    private final Order order;
    private final String text;
    private final @Nullable BigDecimal expected;

    NumericTest(Order order, String text) {
        this.order = order;
        this.text = text;
        this.expected = parse(text);
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        Truth unknown = Unknown.in(text, actual);
        BigDecimal wanted = expected;
        BigDecimal given = parse(actual);
        if (unknown.isUnknown()
                && (wanted == null) == Symbols.hasToken(text)
                && (given == null) == Symbols.hasToken(actual)) {
            return unknown;
        }
        return Truth.of(wanted != null && given != null && order.accepts(given.compareTo(wanted)));
    }

    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return null;
        }
        for (int at = 0; at < text.length(); at++) {
            if ("0123456789+-.eE".indexOf(text.charAt(at)) < 0) {
                return null;
            }
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
