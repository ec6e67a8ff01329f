package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the automata find, against trying all short texts. */
class IntersectionTest {

    private static final int ROUNDS = 3_000;
    private static final List<String> TEXTS = PlainLanguage.texts(PlainLanguage.LETTERS + "\u00e9", 4);

    private final Random random = Seed.of(IntersectionTest.class);

    @Test
    void a_text_that_is_found_fits_and_where_none_is_found_none_exists() {
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<PlainLanguage> inside = random(1 + random.nextInt(2));
            List<PlainLanguage> outside = random(random.nextInt(4));
            Optional<String> text = find(inside, outside, List.of());
            if (text.isPresent()) {
                found++;
                assertThat(fits(text.get(), inside, outside))
                        .as("%s in %s not in %s", text, inside, outside)
                        .isTrue();
            } else {
                assertThat(texts(inside, outside).filter(t -> fits(t, inside, outside)))
                        .as("in %s not in %s", inside, outside)
                        .isEmpty();
            }
        }
        assertThat(found).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    @Test
    void a_preferred_text_comes_before_others() {
        Language any = Language.sequence().text("a").many(Letters.ANY).language();
        assertThat(find(List.of(any), List.of(), List.of("b", "abc", "ab"), 1_000))
                .contains("abc");
    }

    @Test
    void a_letter_whose_lower_case_is_named_is_not_forgotten() {
        Language kelvin = Language.sequence().textInAnyCase("k").language();
        List<Language> outside = List.of(Language.text("k"), Language.text("K"));
        assertThat(find(List.of(kelvin), outside, List.of(), 1_000)).contains("\u212A");
    }

    @Test
    void a_text_can_hold_an_unknown_value_that_only_a_language_far_from_it_names() {
        Language farAway = Language.text(UnknownValues.FIRST + "/b");
        Language notUnknownAtTheEnd = pattern("a*?");
        assertThat(find(List.of(pattern("a*")), List.of(Language.text("a"), notUnknownAtTheEnd), List.of(), 10_000))
                .isEmpty();
        assertThat(find(
                        List.of(pattern("a*")),
                        List.of(Language.text("a"), notUnknownAtTheEnd, farAway),
                        List.of(),
                        10_000))
                .contains("a" + UnknownValues.FIRST);
    }

    @Test
    void a_search_that_takes_too_long_ends_by_its_budget() {
        Language many = pattern("*a????????????????b*");
        Language more = pattern("*b???????????????a*");
        List<Language> outside = List.of(pattern("*c*"), pattern("*aa*"), pattern("*b?????b*"));
        assertThatThrownBy(() -> find(List.of(many, more), outside, List.of(), 200_000))
                .isInstanceOf(OutOfBudgetException.class)
                .hasMessageContaining("more than 200000 steps");
    }

    /** A request holds an unknown value only where policies name it. */
    private static Stream<String> texts(List<PlainLanguage> inside, List<PlainLanguage> outside) {
        boolean named = Stream.concat(inside.stream(), outside.stream())
                .anyMatch(plain -> plain.language().namesUnknown());
        return TEXTS.stream().filter(text -> named || !UnknownValues.isIn(text));
    }

    private static Language pattern(String text) {
        Sequence sequence = Language.sequence();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '*') {
                sequence.many(Letters.ANY);
            } else if (c == '?') {
                sequence.one(Letters.ANY);
            } else {
                sequence.text(String.valueOf(c));
            }
        }
        return sequence.language();
    }

    private List<PlainLanguage> random(int count) {
        List<PlainLanguage> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(PlainLanguage.random(random, 4));
        }
        return all;
    }

    private static Optional<String> find(
            List<PlainLanguage> inside, List<PlainLanguage> outside, List<String> preferred) {
        return find(
                inside.stream().map(PlainLanguage::language).toList(),
                outside.stream().map(PlainLanguage::language).toList(),
                preferred,
                10_000_000);
    }

    private static Optional<String> find(
            List<Language> inside, List<Language> outside, List<String> preferred, long steps) {
        return Intersection.find(
                inside,
                outside,
                preferred,
                Intersection.unknownsIn(Stream.concat(inside.stream(), outside.stream())),
                new Budget(steps));
    }

    private static boolean fits(String text, List<PlainLanguage> inside, List<PlainLanguage> outside) {
        return inside.stream().allMatch(language -> language.contains(text))
                && outside.stream().noneMatch(language -> language.contains(text));
    }
}
