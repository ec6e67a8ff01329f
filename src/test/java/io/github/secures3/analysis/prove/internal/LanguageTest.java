package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Languages against a plain reading of the same sequences, on all short texts. */
class LanguageTest {

    private static final int ROUNDS = 400;
    private static final List<String> TEXTS = PlainLanguage.texts(PlainLanguage.LETTERS, 4);
    private static final List<String> SHORT = PlainLanguage.texts(PlainLanguage.LETTERS, 2);

    private final Random random = Seed.of(LanguageTest.class);

    @Test
    void a_language_holds_what_a_plain_reading_of_the_sequence_holds() {
        for (int round = 0; round < ROUNDS; round++) {
            PlainLanguage plain = PlainLanguage.random(random, 5);
            Language language = plain.language();
            assertThat(wrong(TEXTS, text -> language.contains(text) == plain.contains(text)))
                    .as(plain.toString())
                    .isEmpty();
        }
    }

    @Test
    void joined_languages_hold_what_can_be_parted_between_them() {
        for (int round = 0; round < ROUNDS; round++) {
            PlainLanguage first = PlainLanguage.random(random, 2);
            PlainLanguage second = PlainLanguage.random(random, 2);
            Language joined = first.language().then(second.language());
            Language either = Language.anyOf(List.of(first.language(), second.language()));
            assertThat(wrong(TEXTS, text -> joined.contains(text) == canBeParted(text, first, second)))
                    .as("%s %s", first, second)
                    .isEmpty();
            assertThat(wrong(TEXTS, text -> either.contains(text) == (first.contains(text) || second.contains(text))))
                    .as("%s or %s", first, second)
                    .isEmpty();
        }
    }

    @Test
    void what_follows_a_beginning_is_the_rest_of_the_text() {
        for (int round = 0; round < ROUNDS; round++) {
            PlainLanguage plain = PlainLanguage.random(random, 4);
            String beginning = SHORT.get(random.nextInt(SHORT.size()));
            Language rest = plain.language().after(beginning);
            assertThat(wrong(SHORT, text -> rest.contains(text) == plain.contains(beginning + text)))
                    .as("%s after '%s'", plain, beginning)
                    .isEmpty();
        }
    }

    @Test
    void a_confined_language_holds_the_texts_of_those_letters_alone() {
        for (int round = 0; round < ROUNDS; round++) {
            PlainLanguage plain = PlainLanguage.random(random, 4).withoutClasses();
            Letters letters = random.nextBoolean() ? Letters.NOT_COLON : Letters.NOT_SLASH;
            Language confined = plain.language().confinedTo(letters);
            assertThat(wrong(TEXTS, text -> confined.contains(text) == (isOf(text, letters) && plain.contains(text))))
                    .as("%s in %s", plain, letters)
                    .isEmpty();
        }
    }

    /** An unknown value in a text may turn out to be any text: one of up to three letters shows the difference in sequences of three. */
    @Test
    void an_opened_language_holds_what_some_value_would_make_fit() {
        List<String> values = PlainLanguage.texts("abA:/1 ", 3);
        for (int round = 0; round < ROUNDS / 4; round++) {
            PlainLanguage plain = PlainLanguage.random(random, 3).withoutUnknowns();
            Language opened = plain.language().opened();
            for (String text : List.of("\uE000", "a\uE000", "\uE000b", "/\uE000:")) {
                boolean some = values.stream().anyMatch(value -> plain.contains(text.replace("\uE000", value)));
                assertThat(opened.contains(text)).as("%s of %s", text, plain).isEqualTo(some);
            }
        }
    }

    @Test
    void a_finite_language_lists_its_texts() {
        for (int round = 0; round < ROUNDS; round++) {
            PlainLanguage plain = PlainLanguage.random(random, 3);
            Language language = plain.language();
            if (language.isFinite()) {
                List<String> listed = language.instances("");
                assertThat(wrong(TEXTS, text -> plain.contains(text) == listed.contains(text)))
                        .as(plain.toString())
                        .isEmpty();
            }
        }
    }

    private static List<String> wrong(List<String> texts, Predicate<String> right) {
        return texts.stream().filter(right.negate()).toList();
    }

    private static boolean canBeParted(String text, PlainLanguage first, PlainLanguage second) {
        return IntStream.rangeClosed(0, text.length())
                .anyMatch(at -> first.contains(text.substring(0, at)) && second.contains(text.substring(at)));
    }

    private static boolean isOf(String text, Letters letters) {
        return text.chars().allMatch(c -> letters.holds((char) c));
    }
}
