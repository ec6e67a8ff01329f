package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The letters that make a difference to some languages: those that they name, and one for all others that the same wildcards stand for. */
final class Alphabet {

    /** Letters to read, the best first. */
    private static final String READABLE = "xyzwvutsqponmkjihgfedcbalr0123456789-_.XYZWVUTSRQPONMLKJIHGFEDCBA";
    /** The last letter of ASCII; the wildcards tell none apart that come later. */
    private static final char LAST_OF_ASCII = '~';

    private final Set<Character> named = new TreeSet<>();
    private final Set<Letters> classes = EnumSet.noneOf(Letters.class);
    private final Set<Set<Letters>> met = new HashSet<>();

    private Alphabet(List<Language> languages) {
        languages.forEach(language -> language.collectLetters(named, classes));
    }

    /**
     * The letters, those first that others should see.
     *
     * @param unknowns the unknown values that a text can hold, whether or not these languages name them
     */
    static List<Character> of(List<Language> languages, SortedSet<Character> unknowns) {
        Alphabet alphabet = new Alphabet(languages);
        List<Character> letters = new ArrayList<>();
        READABLE.chars().forEach(c -> alphabet.addUnnamed((char) c, letters));
        letters.addAll(alphabet.named);
        for (char c = ' '; c <= LAST_OF_ASCII; c++) {
            alphabet.addUnnamed(c, letters);
        }
        char beyond = '\u00e9';
        while (alphabet.named.contains(beyond)) {
            beyond++;
        }
        alphabet.addUnnamed(beyond, letters);
        // Unknown values that none of the languages names are alike.
        unknowns.stream()
                .filter(unknown -> !alphabet.named.contains(unknown))
                .findFirst()
                .ifPresent(letters::add);
        return letters;
    }

    private void addUnnamed(char c, List<Character> into) {
        if (named.contains(c)) {
            return;
        }
        Set<Letters> holding = EnumSet.noneOf(Letters.class);
        classes.stream().filter(letters -> letters.holds(c)).forEach(holding::add);
        if (met.add(holding)) {
            into.add(c);
        }
    }
}
