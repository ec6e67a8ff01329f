package io.github.secures3.analysis.prove.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Reads texts letter by letter for one language: a nondeterministic automaton whose states are places in the sequences of the language.
 *
 * <p>Where it may stand is a set of bits, one for each place, in an array in which other automata can have their bits beside it.
 */
final class Automaton {

    private static final int ANY_TEXT = Letters.ANY.codeOfMany();

    private final int[] codes;
    private final boolean open;
    private final long[] beginning;
    private final long[] ends;
    private final long[] restsOfAny;
    private final long[] characters;

    /**
     * The automaton of some sequences.
     *
     * @param codes characters and wildcards, each sequence with its end
     * @param starts where sequences start
     * @param open whether an unknown value may be any text
     */
    Automaton(int[] codes, int[] starts, boolean open) {
        this.codes = codes;
        this.open = open;
        int width = (codes.length + Long.SIZE - 1) / Long.SIZE;
        this.beginning = new long[width];
        this.ends = new long[width];
        this.restsOfAny = new long[width];
        this.characters = new long[width];
        for (int start : starts) {
            add(start, beginning, 0);
        }
        for (int place = 0; place < codes.length; place++) {
            if (codes[place] == Language.END) {
                set(place, ends, 0);
            } else if (codes[place] >= 0) {
                set(place, characters, 0);
            } else if (codes[place] == ANY_TEXT && codes[place + 1] == Language.END) {
                set(place, restsOfAny, 0);
            }
        }
    }

    /** How many elements of an array the places take. */
    int width() {
        return beginning.length;
    }

    /** Writes where a reader begins. */
    void begin(long[] into, int offset) {
        System.arraycopy(beginning, 0, into, offset, beginning.length);
    }

    /** Adds, where nothing is yet, where a reader stands after one more character; false where it stands nowhere. */
    boolean step(long[] places, char c, long[] into, int offset) {
        boolean unknown = UnknownValues.isUnknown(c);
        boolean alive = false;
        for (int word = 0; word < beginning.length; word++) {
            for (long left = places[offset + word]; left != 0; left &= left - 1) {
                alive |= step(word * Long.SIZE + Long.numberOfTrailingZeros(left), c, unknown, into, offset);
            }
        }
        return alive;
    }

    private boolean step(int place, char c, boolean unknown, long[] into, int offset) {
        int code = codes[place];
        if (open && unknown) {
            for (int at = place; at == place || codes[at - 1] != Language.END; at++) {
                set(at, into, offset);
            }
            return true;
        }
        if (isMany(code)) {
            return Letters.ofCode(code).holds(c) && add(place, into, offset);
        }
        boolean fits = code >= 0
                ? (code >= Language.EITHER_CASE ? Character.toLowerCase(c) == code - Language.EITHER_CASE : code == c)
                : code != Language.END && !unknown && Letters.ofCode(code).holds(c);
        return fits && add(place + 1, into, offset);
    }

    /** Adds a place and those that a wildcard for none leads on to. */
    private boolean add(int place, long[] into, int offset) {
        set(place, into, offset);
        for (int at = place; isMany(codes[at]); at++) {
            set(at + 1, into, offset);
        }
        return true;
    }

    /** Whether a text may end here. */
    boolean accepts(long[] places, int offset) {
        return meet(ends, places, offset);
    }

    /** Whether every text belongs from here on. */
    boolean acceptsAll(long[] places, int offset) {
        return meet(restsOfAny, places, offset);
    }

    /** Whether every text belongs. */
    boolean acceptsAll() {
        return acceptsAll(beginning, 0);
    }

    /** Whether the language has this text. */
    boolean accepts(String text) {
        return accepts(after(text), 0);
    }

    /** The places where a reader stands after this text. */
    IntStream placesAfter(String text) {
        return BitSet.valueOf(after(text)).stream();
    }

    /** Tells the characters, in codes, that lead on from here by name. */
    void forEachNamed(long[] places, int offset, IntConsumer use) {
        for (int word = 0; word < characters.length; word++) {
            for (long left = places[offset + word] & characters[word]; left != 0; left &= left - 1) {
                use.accept(codes[word * Long.SIZE + Long.numberOfTrailingZeros(left)]);
            }
        }
    }

    private long[] after(String text) {
        long[] places = beginning.clone();
        long[] next = new long[places.length];
        boolean alive = true;
        for (int at = 0; at < text.length() && alive; at++) {
            alive = step(places, text.charAt(at), next, 0);
            Arrays.fill(places, 0);
            long[] free = places;
            places = next;
            next = free;
        }
        return places;
    }

    private static boolean meet(long[] some, long[] places, int offset) {
        for (int word = 0; word < some.length; word++) {
            if ((places[offset + word] & some[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void set(int place, long[] into, int offset) {
        into[offset + place / Long.SIZE] |= 1L << place;
    }

    static boolean isMany(int code) {
        return code < 0 && code != Language.END && (code & 1) == 0;
    }
}
