package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.secures3.policy.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which letters are tried, against all that there are: the rest lead nowhere else. */
class AlphabetTest {

    private static final int ROUNDS = 40;
    /** Letters of every class; some that are one in lower case; unknown values and made-up names. */
    private static final String LETTERS = "abAkK\u212AiI\u0130s\u017F\u00E9\u00C9:/1 -~\u0001\uFFFF\uE000\uE001\uF000";

    private static final char UNNAMED = '\uF123';

    private final Random random = Seed.of(AlphabetTest.class);

    @Test
    void every_letter_leads_where_one_leads_that_is_tried() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Language> languages = languages();
            SortedSet<Character> unknowns = Intersection.unknownsIn(languages.stream());
            unknowns.add(UNNAMED);
            Alphabet alphabet = Alphabet.of(languages, unknowns);
            List<Automaton> automata =
                    languages.stream().map(Language::automaton).toList();
            List<long[]> places = automata.stream().map(this::somewhere).toList();
            BitSet tried = named(automata, places, alphabet);
            alphabet.addOthers(tried);
            List<List<long[]>> led = tried.stream()
                    .mapToObj(at -> next(automata, places, alphabet.letter(at)))
                    .toList();
            for (char c = 0; c < Character.MAX_VALUE; c++) {
                char letter = c;
                boolean canOccur = !UnknownValues.isUnknown(c) || unknowns.contains(c);
                List<long[]> next = canOccur ? next(automata, places, letter) : List.of();
                if (canOccur && led.stream().noneMatch(one -> areSame(one, next))) {
                    fail("U+%04X leads elsewhere than what is tried, of %s", (int) c, languages);
                }
            }
        }
    }

    @Test
    void fewer_letters_are_tried_than_languages_name() {
        List<Language> languages = List.of(Language.text("abcdefgh"), Language.text("xyz1234"));
        Alphabet alphabet = Alphabet.of(languages, new TreeSet<>());
        List<Automaton> automata = languages.stream().map(Language::automaton).toList();
        BitSet tried =
                named(automata, automata.stream().map(AlphabetTest::beginning).toList(), alphabet);
        alphabet.addOthers(tried);
        assertThat(tried.stream().mapToObj(alphabet::letter)).hasSize(3).contains('a', 'x');
    }

    private List<Language> languages() {
        List<Language> languages = new ArrayList<>();
        IntStream.range(0, 1 + random.nextInt(3)).forEach(at -> {
            Language some = Language.anyOf(IntStream.range(0, random.nextInt(4))
                    .mapToObj(each -> PlainLanguage.random(random, 5, LETTERS).language())
                    .toList());
            languages.add(random.nextInt(3) == 0 ? some.opened() : some);
        });
        return languages;
    }

    private static BitSet named(List<Automaton> automata, List<long[]> places, Alphabet alphabet) {
        BitSet named = new BitSet();
        for (int at = 0; at < automata.size(); at++) {
            automata.get(at).forEachNamed(places.get(at), 0, code -> alphabet.addNamed(code, named));
        }
        return named;
    }

    private long[] somewhere(Automaton automaton) {
        long[] places = beginning(automaton);
        for (int steps = random.nextInt(3); steps > 0; steps--) {
            places = next(automaton, places, LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return places;
    }

    private static long[] beginning(Automaton automaton) {
        long[] places = new long[automaton.width()];
        automaton.begin(places, 0);
        return places;
    }

    private static List<long[]> next(List<Automaton> automata, List<long[]> places, char c) {
        return IntStream.range(0, automata.size())
                .mapToObj(at -> next(automata.get(at), places.get(at), c))
                .toList();
    }

    private static long[] next(Automaton automaton, long[] places, char c) {
        long[] next = new long[automaton.width()];
        automaton.step(places, c, next, 0);
        return next;
    }

    private static boolean areSame(List<long[]> some, List<long[]> others) {
        return IntStream.range(0, some.size()).allMatch(at -> Arrays.equals(some.get(at), others.get(at)));
    }
}
