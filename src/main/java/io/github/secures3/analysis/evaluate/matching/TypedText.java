package io.github.secures3.analysis.evaluate.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads numbers and dates as the condition operators read them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @since 0.1
 */
public final class TypedText {

    private TypedText() {}

    /** The number that a text is, or empty where it is none. */
    public static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(NumericTest.parse(text));
    }

    /** The instant that a text is, as ISO 8601 or in seconds since 1970, or empty where it is none. */
    public static Optional<Instant> instant(String text) {
        return Optional.ofNullable(DateTest.parse(text));
    }
}
