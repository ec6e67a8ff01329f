package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The letters that make a difference to some languages: those that they name, and one for all others that the same wildcards stand for.
 *
 * <p>At each place fewer make one: letters that no automaton waits for by name there, and that the same wildcards stand for, all lead to the same
 * places.
 */
final class Alphabet {

    /** Letters to read, the best first. */
    private static final String READABLE = "xyzwvutsqponmkjihgfedcbalr0123456789-_.XYZWVUTSRQPONMLKJIHGFEDCBA";
    /** The last letter of ASCII; the wildcards tell none apart that come later. */
    private static final char LAST_OF_ASCII = '~';

    private final char[] letters;
    private final Map<Character, Integer> places = new HashMap<>();
    /** For each letter a number that it shares with those that the same wildcards stand for. */
    private final int[] kinds;

    private final int kindCount;

    private Alphabet(Set<Character> all, Set<Letters> classes) {
        this.letters = new char[all.size()];
        this.kinds = new int[all.size()];
        Map<Kind, Integer> numbers = new HashMap<>();
        for (char letter : all) {
            int place = places.size();
            letters[place] = letter;
            places.put(letter, place);
            Kind kind = new Kind(holding(letter, classes), UnknownValues.isUnknown(letter));
            Integer number = numbers.putIfAbsent(kind, numbers.size());
            kinds[place] = number == null ? numbers.size() - 1 : number;
        }
        this.kindCount = numbers.size();
    }

    /** What automata look at in a letter that they do not wait for by name. */
    private record Kind(Set<Letters> holding, boolean unknown) {}

    /**
     * The letters, those first that others should see.
     *
     * @param unknowns the unknown values that a text can hold, whether or not these languages name them
     */
    static Alphabet of(List<Language> languages, SortedSet<Character> unknowns) {
        Set<Character> named = new TreeSet<>();
        Set<Letters> classes = EnumSet.noneOf(Letters.class);
        languages.forEach(language -> language.collectLetters(named, classes));
        Set<Set<Letters>> met = new HashSet<>();
        Set<Character> letters = new LinkedHashSet<>();
        for (char letter : unnamed(named, READABLE.toCharArray())) {
            if (met.add(holding(letter, classes))) {
                letters.add(letter);
            }
        }
        letters.addAll(named);
        for (char letter : unnamed(named, others(named))) {
            if (met.add(holding(letter, classes))) {
                letters.add(letter);
            }
        }
        // Unknown values that none of the languages names are alike.
        unknowns.stream()
                .filter(unknown -> !named.contains(unknown))
                .findFirst()
                .ifPresent(letters::add);
        return new Alphabet(letters, classes);
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

    private static Set<Letters> holding(char letter, Set<Letters> classes) {
        Set<Letters> holding = EnumSet.noneOf(Letters.class);
        for (Letters one : classes) {
            if (one.holds(letter)) {
                holding.add(one);
            }
        }
        return holding;
    }

    private static List<Character> unnamed(Set<Character> named, char[] letters) {
        List<Character> unnamed = new ArrayList<>();
        for (char letter : letters) {
            if (!named.contains(letter)) {
                unnamed.add(letter);
            }
        }
        return unnamed;
    }

    /** The printable letters of ASCII, and one beyond that is not named. */
    private static char[] others(Set<Character> named) {
        StringBuilder others = new StringBuilder();
        for (char c = ' '; c <= LAST_OF_ASCII; c++) {
            others.append(c);
        }
        char beyond = '\u00e9';
        while (named.contains(beyond)) {
            beyond++;
        }
        return others.append(beyond).toString().toCharArray();
    }
}
