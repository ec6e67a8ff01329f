package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of texts: a union of sequences of characters and wildcards.
 */
final class Language {

    /** Marks the end of a sequence; a text that gets here belongs to the language. */
    static final int END = Integer.MIN_VALUE;
    /** Added to a lower-case character that stands for both cases. */
    static final int EITHER_CASE = 1 << 16;

    private static final String ARN = "arn:";
    private static final String PARTITION = "aws";

    private final int[] codes;
    private final boolean open;
    private final int[] starts;
    private @Nullable String prefix;
    private @Nullable Automaton automaton;

    private Language(int[] codes, boolean open) {
        this.codes = codes;
        this.open = open;
        this.starts = startsOf(codes);
    }

    /** No text. */
    static Language none() {
        return new Language(new int[0], false);
    }

    /** Every text. */
    static Language any() {
        return sequence().many(Letters.ANY).language();
    }

    /** This text alone. */
    static Language text(String text) {
        return sequence().text(text).language();
    }

    /** A text of any of these languages. */
    static Language anyOf(List<Language> languages) {
        return new Language(
                languages.stream()
                        .flatMapToInt(language -> Arrays.stream(language.codes))
                        .toArray(),
                languages.stream().anyMatch(language -> language.open));
    }

    /** A text of the first language followed by one of the second. */
    Language then(Language next) {
        List<int[]> joined = new ArrayList<>();
        for (int start : starts) {
            for (int follow : next.starts) {
                int[] head = Arrays.copyOfRange(codes, start, endFrom(start));
                int[] tail = Arrays.copyOfRange(next.codes, follow, next.endFrom(follow) + 1);
                int[] both = Arrays.copyOf(head, head.length + tail.length);
                System.arraycopy(tail, 0, both, head.length, tail.length);
                joined.add(both);
            }
        }
        return new Language(joined.stream().flatMapToInt(Arrays::stream).toArray(), open || next.open);
    }

    /** The texts of this language that consist of these letters alone; its wildcards must stand for any, or for fewer than these. */
    Language confinedTo(Letters letters) {
        int many = letters.codeOfMany();
        int one = letters.codeOfOne();
        return new Language(
                Arrays.stream(starts)
                        .filter(start -> namesOnly(letters, start))
                        .flatMap(start -> Arrays.stream(codes, start, endFrom(start) + 1))
                        .map(code -> code == Letters.ANY.codeOfMany() ? many : code)
                        .map(code -> code == Letters.ANY.codeOfOne() ? one : code)
                        .toArray(),
                open);
    }

    /** Whether no text belongs, told by the form. */
    boolean isNone() {
        return codes.length == 0;
    }

    /** Whether an unknown value is among the characters. */
    boolean namesUnknown() {
        return unknownLetters().findAny().isPresent();
    }

    /** The unknown values among the characters. */
    IntStream unknownLetters() {
        return Arrays.stream(codes).filter(code -> code >= 0 && UnknownValues.isUnknown((char) code));
    }

    /** Whether a text of the language can hold an unknown value, told by the form. */
    boolean canHoldUnknown() {
        return Arrays.stream(codes)
                .anyMatch(code -> code >= 0
                        ? UnknownValues.isUnknown((char) code)
                        : Automaton.isMany(code) && lettersOf(code).holds(UnknownValues.FIRST));
    }

    /** The same texts, and those that could turn out to be among them, as an unknown value in a text may be any text. */
    Language opened() {
        return new Language(codes, true);
    }

    /** The texts that fit these codes of characters and wildcards. */
    static Language of(int[] codes) {
        int[] sequence = Arrays.copyOf(codes, codes.length + 1);
        sequence[codes.length] = END;
        return new Language(sequence, false);
    }

    /** The code of a character whose case does not matter. */
    static int inEitherCase(char c) {
        return EITHER_CASE + Character.toLowerCase(c);
    }

    /** Starts a sequence. */
    static Sequence sequence() {
        return new Sequence();
    }

    /** Whether there are no wildcards, so that the language is a list of texts. */
    boolean isFinite() {
        return !open && Arrays.stream(codes).allMatch(code -> code == END || (code >= 0 && code < EITHER_CASE));
    }

    /** Whether the two share no text, told by how their texts begin. */
    boolean beginsApartFrom(Language other) {
        return !prefix().startsWith(other.prefix()) && !other.prefix().startsWith(prefix());
    }

    /** What all texts begin with, as far as the form tells. */
    private String prefix() {
        String known = prefix;
        if (known == null) {
            known = open || starts.length == 0 ? "" : prefixFrom(starts[0]);
            for (int at = 1; at < starts.length && !known.isEmpty(); at++) {
                String next = prefixFrom(starts[at]);
                int shared = Arrays.mismatch(known.toCharArray(), next.toCharArray());
                known = shared < 0 ? known : known.substring(0, shared);
            }
            prefix = known;
        }
        return known;
    }

    private String prefixFrom(int start) {
        StringBuilder text = new StringBuilder();
        for (int at = start; codes[at] >= 0 && codes[at] < EITHER_CASE; at++) {
            text.append((char) codes[at]);
        }
        return text.toString();
    }

    /** Whether this is all texts, told by its form. */
    boolean isAny() {
        return automaton().acceptsAll();
    }

    /** What may follow this beginning: the texts t for which beginning + t belongs to the language. */
    Language after(String beginning) {
        int[] rests = automaton()
                .placesAfter(beginning)
                .flatMap(place -> Arrays.stream(codes, place, endFrom(place) + 1))
                .toArray();
        return new Language(rests, open);
    }

    /** What may follow this beginning if each unknown value in it may be any text. */
    Language perhapsAfter(String beginning) {
        return new Language(opened().after(beginning).codes, open);
    }

    boolean contains(String text) {
        return automaton().accepts(text);
    }

    /** Reads texts letter by letter. */
    Automaton automaton() {
        Automaton known = automaton;
        if (known == null) {
            known = new Automaton(codes, starts, open);
            automaton = known;
        }
        return known;
    }

    /**
     * The texts of a finite language, or each sequence with its wildcards for many replaced by the filler, but where the partition of an ARN stands, and
     * those for one by its letters.
     */
    List<String> instances(String filler) {
        List<String> all = new ArrayList<>();
        for (int start : starts) {
            all.add(instance(start, filler));
        }
        return all;
    }

    /** Collects the characters that the language names, in all forms where it takes either case; the bits of the letters that its wildcards stand for. */
    int collectLetters(Set<Character> named) {
        int classes = 0;
        for (int code : codes) {
            if (code >= EITHER_CASE) {
                named.addAll(Letters.withLowerCase((char) (code - EITHER_CASE)));
            } else if (code >= 0) {
                named.add((char) code);
            } else if (code != END) {
                classes |= lettersOf(code).bit();
            }
        }
        return classes;
    }

    private boolean namesOnly(Letters letters, int start) {
        for (int at = start; codes[at] != END; at++) {
            int code = codes[at];
            char c = (char) (code >= EITHER_CASE ? code - EITHER_CASE : code);
            if (code >= 0 && !letters.holds(c)) {
                return false;
            }
        }
        return true;
    }

    private int endFrom(int place) {
        int at = place;
        while (codes[at] != END) {
            at++;
        }
        return at;
    }

    private String instance(int start, String filler) {
        StringBuilder text = new StringBuilder();
        for (int at = start; codes[at] != END; at++) {
            int code = codes[at];
            if (code >= 0) {
                text.append((char) (code >= EITHER_CASE ? code - EITHER_CASE : code));
            } else if (Automaton.isMany(code)) {
                text.append(text.toString().equals(ARN) ? PARTITION : filler);
            } else {
                text.append(lettersOf(code) == Letters.DIGIT ? '1' : 'x');
            }
        }
        return text.toString();
    }

    private static Letters lettersOf(int code) {
        return Letters.ofCode(code);
    }

    private static int[] startsOf(int[] codes) {
        int[] starts = new int[codes.length];
        int count = 0;
        boolean first = true;
        for (int at = 0; at < codes.length; at++) {
            if (first) {
                starts[count++] = at;
            }
            first = codes[at] == END;
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Language language && open == language.open && Arrays.equals(codes, language.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
