package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Automata of more places than one element of an array has bits, beside others in one array, against a plain reading. */
class AutomatonTest {

    private static final int ROUNDS = 1_000;
    private static final String LETTERS = "ab:\uE000";
    private static final List<String> TEXTS = PlainLanguage.texts(LETTERS, 5);

    private final Random random = Seed.of(AutomatonTest.class);

    @Test
    void wide_automata_read_as_plain_languages_do_and_leave_alone_what_stands_beside_them() {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<PlainLanguage> plain = IntStream.range(0, 8 + random.nextInt(12))
                    .mapToObj(at -> PlainLanguage.random(random, 16, LETTERS))
                    .toList();
            Automaton automaton = Language.anyOf(
                            plain.stream().map(PlainLanguage::language).toList())
                    .automaton();
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            boolean expected = plain.stream().anyMatch(language -> language.contains(text));
            accepted += expected ? 1 : 0;
            assertThat(automaton.accepts(text)).as("%s in %s", text, plain).isEqualTo(expected);
            assertThat(readBesideOthers(automaton, text))
                    .as("%s in %s", text, plain)
                    .isEqualTo(expected);
        }
        assertThat(accepted).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    private boolean readBesideOthers(Automaton automaton, String text) {
        int offset = random.nextInt(3);
        int after = offset + automaton.width();
        long[] places = new long[after + 1];
        automaton.begin(places, offset);
        for (int at = 0; at < text.length(); at++) {
            long[] next = new long[places.length];
            boolean alive = automaton.step(places, text.charAt(at), next, offset);
            assertThat(alive).isEqualTo(IntStream.range(0, next.length).anyMatch(each -> next[each] != 0));
            assertThat(IntStream.range(0, next.length).filter(each -> each < offset || each >= after))
                    .allMatch(each -> next[each] == 0);
            places = next;
        }
        return automaton.accepts(places, offset);
    }

    @Test
    void tells_that_every_text_belongs_also_behind_wildcards_that_stand_for_none() {
        Language any = Language.sequence().many(Letters.DIGIT).many(Letters.ANY).language();
        assertThat(any.isAny()).isTrue();
        assertThat(Language.anyOf(List.of(Language.text("a"), Language.any())).isAny())
                .isTrue();
        assertThat(Language.sequence().many(Letters.NOT_COLON).language().isAny())
                .isFalse();
        assertThat(Language.none().isAny()).isFalse();
        assertThat(Language.none().contains("")).isFalse();
    }
}
