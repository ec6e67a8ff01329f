package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A sequence of characters and wildcards, read by trying: what a {@link Language} is compared with. */
final class PlainLanguage {

    /** Letters of every class, an unknown value among them. */
    static final String LETTERS = "abA:/1 \uE000";

    private static final List<Letters> CLASSES = List.of(Letters.values());

    /**
     * A piece of the sequence.
     *
     * @param letter the character
     * @param anyCase whether the other case is as good
     * @param wildcard what stands in its place, or null where the character stands for itself
     * @param many whether the wildcard stands for any number of letters
     */
    private record Piece(
            char letter, boolean anyCase, @Nullable Letters wildcard, boolean many) {}

    private final List<Piece> pieces = new ArrayList<>();

    static PlainLanguage random(Random random, int most) {
        return random(random, most, LETTERS);
    }

    /** A random sequence that names some of these letters. */
    static PlainLanguage random(Random random, int most, String named) {
        PlainLanguage language = new PlainLanguage();
        int length = random.nextInt(most + 1);
        for (int at = 0; at < length; at++) {
            Letters letters = random.nextBoolean() ? Letters.ANY : CLASSES.get(random.nextInt(CLASSES.size()));
            language.pieces.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Piece(' ', false, letters, false);
                        case 1, 2 -> new Piece(' ', false, letters, true);
                        case 3 -> new Piece(named.charAt(random.nextInt(named.length())), true, null, false);
                        default -> new Piece(named.charAt(random.nextInt(named.length())), false, null, false);
                    });
        }
        return language;
    }

    /** The same texts as the automaton reads them. */
    Language language() {
        Sequence sequence = Language.sequence();
        for (Piece piece : pieces) {
            Letters wildcard = piece.wildcard();
            if (wildcard != null) {
                sequence = piece.many() ? sequence.many(wildcard) : sequence.one(wildcard);
            } else {
                String text = String.valueOf(piece.letter());
                sequence = piece.anyCase() ? sequence.textInAnyCase(text) : sequence.text(text);
            }
        }
        return sequence.language();
    }

    boolean contains(String text) {
        return contains(0, text, 0);
    }

    private boolean contains(int piece, String text, int at) {
        if (piece == pieces.size()) {
            return at == text.length();
        }
        Piece next = pieces.get(piece);
        Letters wildcard = next.wildcard();
        if (wildcard != null && next.many()) {
            return contains(piece + 1, text, at)
                    || (at < text.length() && wildcard.holds(text.charAt(at)) && contains(piece, text, at + 1));
        }
        return at < text.length() && fits(next, text.charAt(at)) && contains(piece + 1, text, at + 1);
    }

    private static boolean fits(Piece piece, char c) {
        Letters wildcard = piece.wildcard();
        if (wildcard != null) {
            return wildcard.holds(c) && !UnknownValues.isUnknown(c);
        }
        return piece.anyCase()
                ? Character.toLowerCase(piece.letter()) == Character.toLowerCase(c)
                : piece.letter() == c;
    }

    /** The same with wildcards that stand for anything. */
    PlainLanguage withoutClasses() {
        PlainLanguage wide = new PlainLanguage();
        pieces.forEach(piece -> wide.pieces.add(new Piece(
                piece.letter(), piece.anyCase(), piece.wildcard() == null ? null : Letters.ANY, piece.many())));
        return wide;
    }

    /** The same without the characters that stand for unknown values. */
    PlainLanguage withoutUnknowns() {
        PlainLanguage known = new PlainLanguage();
        pieces.stream()
                .filter(piece -> !UnknownValues.isUnknown(piece.letter()))
                .forEach(known.pieces::add);
        return known;
    }

    /** All texts of these letters up to a length. */
    static List<String> texts(String letters, int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0, length = 0; length < longest; length++) {
            int to = all.size();
            for (; from < to; from++) {
                for (int at = 0; at < letters.length(); at++) {
                    all.add(all.get(from) + letters.charAt(at));
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return pieces.toString();
    }
}
