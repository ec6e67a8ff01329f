package io.github.secures3.analysis.prove.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The letters that make a difference to some languages: those that they name, and one for all others that the same wildcards stand for.
 *
 * <p>At each place fewer make one: letters that no automaton waits for by name there, and that the same wildcards stand for, all lead to the same
 * places.
 */
final class Alphabet {

    /** Letters to read, the best first. */
    private static final String READABLE = "xyzwvutsqponmkjihgfedcbalr0123456789-_.XYZWVUTSRQPONMLKJIHGFEDCBA";
    /** Those of ASCII; the wildcards tell none apart that come later. */
    private static final String PRINTABLE =
            IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());

    private final char[] letters;
    private final Map<Character, Integer> places = new HashMap<>();
    /** For each letter a number that it shares with those that the same wildcards stand for. */
    private final int[] kinds;

    private final int kindCount;

    private Alphabet(Set<Character> all, int classes) {
        this.letters = new char[all.size()];
        this.kinds = new int[all.size()];
        Map<Integer, Integer> numbers = new HashMap<>();
        for (char letter : all) {
            int place = places.size();
            letters[place] = letter;
            places.put(letter, place);
            // Automata that do not wait for a letter by name look only at this.
            int kind = 2 * (Letters.holding(letter) & classes) + (UnknownValues.isUnknown(letter) ? 1 : 0);
            Integer number = numbers.putIfAbsent(kind, numbers.size());
            kinds[place] = number == null ? numbers.size() - 1 : number;
        }
        this.kindCount = numbers.size();
    }

    /**
     * The letters, those first that others should see.
     *
     * @param unknowns the unknown values that a text can hold, whether or not these languages name them
     */
    static Alphabet of(List<Language> languages, SortedSet<Character> unknowns) {
        Set<Character> named = new TreeSet<>();
        int classes = 0;
        for (Language language : languages) {
            classes |= language.collectLetters(named);
        }
        BitSet met = new BitSet();
        Set<Character> letters = new LinkedHashSet<>();
        addUnmet(READABLE, named, classes, met, letters);
        letters.addAll(named);
        addUnmet(PRINTABLE, named, classes, met, letters);
        char beyond = '\u00e9';
        while (named.contains(beyond)) {
            beyond++;
        }
        addUnmet(String.valueOf(beyond), named, classes, met, letters);
        // Unknown values that none of the languages names are alike.
        unknowns.stream()
                .filter(unknown -> !named.contains(unknown))
                .findFirst()
                .ifPresent(letters::add);
        return new Alphabet(letters, classes);
    }

    /** Adds the first of the letters that are not named for each set of wildcards that stand for it, but for those met before. */
    private static void addUnmet(String some, Set<Character> named, int classes, BitSet met, Set<Character> into) {
        for (int at = 0; at < some.length(); at++) {
            char letter = some.charAt(at);
            int holding = Letters.holding(letter) & classes;
            if (!met.get(holding) && !named.contains(letter)) {
                met.set(holding);
                into.add(letter);
            }
        }
    }

    char letter(int place) {
        return letters[place];
    }

    /** Adds the places of the letters that this code names. */
    void addNamed(int code, BitSet into) {
        if (code < Language.EITHER_CASE) {
            into.set(placeOf((char) code));
        } else {
            Letters.withLowerCase((char) (code - Language.EITHER_CASE)).forEach(letter -> into.set(placeOf(letter)));
        }
    }

    /** Adds to those letters, by place, that automata wait for by name the first of each other kind. */
    void addOthers(BitSet named) {
        BitSet met = new BitSet(kindCount);
        int left = kindCount;
        for (int place = 0; place < letters.length && left > 0; place++) {
            if (!named.get(place) && !met.get(kinds[place])) {
                met.set(kinds[place]);
                left--;
                named.set(place);
            }
        }
    }

    private int placeOf(char letter) {
        Integer place = places.get(letter);
        if (place == null) {
            throw new IllegalStateException("a language names " + letter + ", which it did not say");
        }
        return place;
    }
}
