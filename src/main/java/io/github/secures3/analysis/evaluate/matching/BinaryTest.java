package io.github.secures3.analysis.evaluate.matching;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in Base64 on both sides; what is no Base64 equals nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals">
 *     Binary condition operators</a>
 */
final class BinaryTest implements ValueTest {

    private final String text;
    private final byte @Nullable [] expected;

    BinaryTest(String text) {
        this.text = text;
        this.expected = decode(text);
    }

    @Override
    public Truth fits(String actual, ContextView context) {
        Truth unknown = Unknown.in(text, actual);
        if (unknown.isUnknown()) {
            return text.equals(actual) ? Truth.TRUE : unknown;
        }
        byte[] wanted = expected;
        byte[] given = decode(actual);
        return Truth.of(wanted != null && given != null && Arrays.equals(wanted, given));
    }

    private static byte @Nullable [] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
