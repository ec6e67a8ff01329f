package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
class PatternTest {

    @Test
    void matches_as_the_plain_definition_says_for_all_short_patterns_and_texts() {
        List<String> texts = Words.of("aB", 5);
        for (String pattern : Words.of("aB*?", 4)) {
            Pattern parsed = Pattern.parse(pattern);
            for (String text : texts) {
                assertThat(parsed.matches(text)).as("%s on %s", pattern, text).isEqualTo(defined(pattern, text));
                assertThat(parsed.matchesIgnoringCase(text))
                        .as("%s on %s, any case", pattern, text)
                        .isEqualTo(defined(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static boolean defined(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '*') {
            return defined(rest, text) || (!text.isEmpty() && defined(pattern, text.substring(1)));
        }
        boolean first = !text.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0));
        return first && defined(rest, text.substring(1));
    }

    @Test
    void matches_long_hostile_patterns_without_delay_or_overflow() {
        assertThat(Pattern.parse("*a".repeat(200) + "b").matches("a".repeat(5_000)))
                .isFalse();
        assertThat(Pattern.parse("*".repeat(100_000)).matches("a")).isTrue();
    }

    @Test
    void reads_variables_in_the_current_version_alone() {
        assertThat(Pattern.parse("a/${aws:username}*").parts())
                .containsExactly(
                        new Pattern.Literal("a/"),
                        new Pattern.Variable(new PolicyVariable("aws:username", null)),
                        new Pattern.AnySequence());
        assertThat(Pattern.parse("${aws:username}", PolicyVersion.V2008_10_17))
                .isEqualTo(Pattern.literal("${aws:username}"));
    }

    @Test
    void takes_escaped_characters_for_themselves() {
        assertThat(Pattern.parse("${*}${?}${$}")).isEqualTo(Pattern.literal("*?$"));
        assertThat(Pattern.parse("a${*}").matches("ab")).isFalse();
    }

    @Test
    void takes_a_token_for_literal_text_even_inside_a_variable() {
        assertThat(Pattern.parse("${Token[A*.1]}")).isEqualTo(Pattern.literal("${Token[A*.1]}"));
        assertThat(Pattern.parse("#{Token[A*.1]}")).isEqualTo(Pattern.literal("#{Token[A*.1]}"));
        assertThat(Pattern.parse("${aws:PrincipalTag/${Token[Key.1]}}/x").parts())
                .containsExactly(
                        new Pattern.Variable(new PolicyVariable("aws:PrincipalTag/${Token[Key.1]}", null)),
                        new Pattern.Literal("/x"));
    }

    @Test
    void keeps_an_open_brace_as_text() {
        assertThat(Pattern.parse("${aws:username")).isEqualTo(Pattern.literal("${aws:username"));
    }

    @Test
    void puts_values_in_as_they_are_wildcards_included() {
        Pattern pattern = Pattern.parse("x/${aws:username}/*").substitute(variable -> "a*");

        assertThat(pattern.matches("x/a*/1")).isTrue();
        assertThat(pattern.matches("x/ab/1")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> Pattern.parse("${aws:username}").matches("a"))
                .withMessageContaining("${aws:username}");
    }
}
