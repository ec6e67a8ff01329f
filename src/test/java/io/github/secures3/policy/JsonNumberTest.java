package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Numbers as JSON writes them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-6">RFC 8259, section 6</a>
 */
class JsonNumberTest {

    private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    @Test
    void every_short_text_is_a_number_where_the_grammar_says_so() {
        int numbers = compareAll(new StringBuilder(), 6);

        assertThat(numbers).isGreaterThan(1_000);
    }

    @Test
    void digits_are_those_of_ascii() {
        assertThat(JsonNumber.isValid("0123456789".substring(1))).isTrue();
        assertThat(JsonNumber.isValid("1/")).isFalse();
        assertThat(JsonNumber.isValid("1:")).isFalse();
        assertThat(JsonNumber.isValid("\u0661")).isFalse();
    }

    private static int compareAll(StringBuilder text, int left) {
        boolean number = GRAMMAR.matcher(text).matches();
        if (JsonNumber.isValid(text.toString()) != number) {
            throw new AssertionError("'" + text + "' is " + (number ? "a number" : "no number"));
        }
        int numbers = number ? 1 : 0;
        for (int at = 0; left > 0 && at < 7; at++) {
            numbers += compareAll(text.append("-+.eE01".charAt(at)), left - 1);
            text.setLength(text.length() - 1);
        }
        return numbers;
    }
}
