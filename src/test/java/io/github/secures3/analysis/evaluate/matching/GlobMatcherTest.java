package io.github.secures3.analysis.evaluate.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wildcards and unknown values against regular expressions and against every value they could have. */
class GlobMatcherTest {

    private static final ContextView NOTHING = key -> ContextValue.ABSENT;
    private static final List<String> FILLINGS = List.of("", "a", "b", "ab", "ba", "aab");

    @Test
    void wildcards_agree_with_regular_expressions() {
        Random random = Seed.of(GlobMatcherTest.class);
        for (int round = 0; round < 50_000; round++) {
            String pattern = text(random, "aab*?", 6);
            String text = text(random, "aab", 7);
            boolean expected = text.matches(regex(pattern));
            assertThat(like(pattern, text)).as("%s on %s", pattern, text).isEqualTo(Truth.of(expected));
        }
    }

    @Test
    void an_answer_about_unknown_values_holds_whatever_they_are() {
        Random random = Seed.of(GlobMatcherTest.class);
        int settled = 0;
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab*?XY", 5);
            String text = text(random, "abXY", 5);
            Truth answer = like(tokens(pattern), tokens(text));
            for (String x : FILLINGS) {
                for (String y : FILLINGS) {
                    boolean filled = fill(text, x, y)
                            .matches(regex(pattern).replace("\\QX\\E", x).replace("\\QY\\E", y));
                    assertThat(answer.isUnknown() || answer.isTrue() == filled)
                            .as("%s on %s with X=%s Y=%s: %s", pattern, text, x, y, answer)
                            .isTrue();
                }
            }
            settled += answer.isUnknown() ? 0 : 1;
        }
        assertThat(settled).isGreaterThan(2_000);
    }

    /** Two made-up names are never the same, hold a hyphen and no separator. */
    @Test
    void an_answer_about_made_up_names_holds_whatever_they_are() {
        Random random = Seed.of(GlobMatcherTest.class);
        int settled = 0;
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "a/*?XY-", 5);
            String text = text(random, "a/XY-", 5);
            Truth answer = like(names(pattern), names(text));
            for (String x : List.of("a-", "-", "b-a", "aa-a")) {
                for (String y : List.of("a-b", "--", "-a", "c-")) {
                    boolean filled = fill(text, x, y)
                            .matches(regex(pattern).replace("\\QX\\E", x).replace("\\QY\\E", y));
                    assertThat(answer.isUnknown() || answer.isTrue() == filled)
                            .as("%s on %s with X=%s Y=%s: %s", pattern, text, x, y, answer)
                            .isTrue();
                }
            }
            settled += answer.isUnknown() ? 0 : 1;
        }
        assertThat(settled).isGreaterThan(2_000);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "arn:aws:s3:::X/*, arn:aws:s3:::X/key, TRUE",
        "arn:aws:s3:::X/*, arn:aws:s3:::Y/key, FALSE",
        "arn:aws:s3:::X/*, arn:aws:s3:::orders/key, FALSE",
        "arn:aws:s3:::X/*, arn:aws:s3:::orders-data/key, UNKNOWN",
        "arn:aws:s3:::X*,  arn:aws:s3:::Y/key, UNKNOWN",
        "role/X, role/Reader, FALSE",
        "role/X, role/team/Stack-Reader-1, FALSE",
        "role/X, role/Stack-Reader-1, UNKNOWN",
        "role/Reader, role/X, FALSE",
        "role/*, role/X, TRUE",
        "role/p-X, role/p-Y, FALSE"
    })
    void a_made_up_name_is_no_other_and_no_plain_word(String pattern, String text, String expected) {
        assertThat(like(names(pattern), names(text)).toString()).startsWith(expected);
    }

    @Test
    void hostile_patterns_are_compared_in_bounded_time() {
        String text = "a".repeat(16_000);
        assertThat(like("*a".repeat(8_000) + "b", text).isFalse()).isTrue();
        assertThat(like("${Token[x]}*".repeat(4_000) + "b", text + "${Token[y]}")
                        .isUnknown())
                .isTrue();
        assertThat(ArnPattern.resource("*:".repeat(8_000) + "b", PolicyVersion.V2012_10_17)
                        .matches(":".repeat(16_000) + "b", NOTHING)
                        .isFalse())
                .isFalse();
    }

    /** Beyond so much work the answer is not looked for: unknown, never true or false. */
    @Test
    void texts_too_long_to_compare_are_unknown_and_shorter_ones_are_compared() {
        assertThat(like("${Token[x]}" + "a".repeat(4_000), "${Token[y]}" + "b".repeat(4_000))
                        .isFalse())
                .as("sixteen million pairs")
                .isTrue();
        assertThat(like("${Token[x]}" + "a".repeat(4_200), "${Token[y]}" + "b".repeat(4_200))
                        .isUnknown())
                .isTrue();
        assertThat(segments(3_900)).isEqualTo(Truth.TRUE);
        assertThat(segments(4_200).isUnknown()).isTrue();
    }

    /** A pattern whose wildcard stands inside the first segment, so that the segments have to be looked at. */
    private static Truth segments(int length) {
        String rest = "x".repeat(length);
        return ArnPattern.resource("a*n:aws:s3:*:" + rest, PolicyVersion.V2012_10_17)
                .matches("arn:aws:s3:::a:" + rest, NOTHING);
    }

    private static Truth like(String pattern, String text) {
        return TextPattern.like(pattern, PolicyVersion.V2012_10_17).matches(text, NOTHING);
    }

    private static String tokens(String text) {
        return text.replace("X", "${Token[X]}").replace("Y", "${Token[Y]}");
    }

    private static String names(String text) {
        return text.replace("X", UnresolvedToken.ofGeneratedName("x"))
                .replace("Y", UnresolvedToken.ofGeneratedName("y"));
    }

    private static String fill(String text, String x, String y) {
        return text.replace("X", x).replace("Y", y);
    }

    private static String text(Random random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }
}
