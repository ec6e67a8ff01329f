package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of characters that a wildcard can stand for.
 *
 * <p>An unknown value in a text is one character of the private use area, see {@link UnknownValues}. A wildcard for many characters reaches over
 * it, one for a single character does not.
 */
enum Letters {
    /** Any character. */
    ANY,
    /** Any but a colon: what a wildcard within a segment of an ARN stands for. */
    NOT_COLON,
    /** Any but a slash, such as the name of a user behind its path. */
    NOT_SLASH,
    /** A decimal digit. */
    DIGIT,
    /** What IAM takes in names. */
    NAME,
    /** What IAM takes in paths, as far as people use it. */
    PATH;

    private static final List<Letters> ALL = List.of(values());
    private static final String MORE_IN_NAMES = "+=,.@_-";

    /** The code of one of these letters in a {@link Language}: negative and odd. */
    int codeOfOne() {
        return -1 - 2 * ALL.indexOf(this);
    }

    /** The code of any number of these letters: negative and even. */
    int codeOfMany() {
        return -2 - 2 * ALL.indexOf(this);
    }

    /** The letters of a code. */
    static Letters ofCode(int code) {
        return ALL.get((-1 - code) / 2);
    }

    boolean holds(char c) {
        return switch (this) {
            case ANY -> true;
            case NOT_COLON -> c != ':';
            case NOT_SLASH -> c != '/';
            case DIGIT -> c >= '0' && c <= '9';
            case NAME -> isOfName(c);
            case PATH -> c == '/' || isOfName(c);
        };
    }

    /** The bit of these letters in {@link #holding}. */
    int bit() {
        return 1 << ALL.indexOf(this);
    }

    /** Which of all these letters a character is among, a bit for each. */
    static int holding(char c) {
        int holding = 0;
        for (Letters letters : ALL) {
            holding |= letters.holds(c) ? letters.bit() : 0;
        }
        return holding;
    }

    /** The characters whose lower-case form this is, itself among them. */
    static List<Character> withLowerCase(char lower) {
        return LowerCase.SOURCES.getOrDefault(lower, List.of(lower));
    }

    /** Found on first use, as few policies compare whatever the case. */
    private static final class LowerCase {

        static final Map<Character, List<Character>> SOURCES = new HashMap<>();

        /** Ideographs, syllables and surrogates, which have no case, stand between these and beyond. */
        private static final int[][] WITH_CASE = {{0, 0x2E80}, {0xA000, 0xAC00}, {0xF900, Character.MAX_VALUE}};

        static {
            for (int[] range : WITH_CASE) {
                add(range[0], range[1]);
            }
        }

        private static void add(int from, int to) {
            for (int code = from; code < to; code++) {
                char c = (char) code;
                char lower = Character.toLowerCase(c);
                if (lower != c) {
                    SOURCES.computeIfAbsent(lower, same -> new ArrayList<>(List.of(same)))
                            .add(c);
                }
            }
        }
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || MORE_IN_NAMES.indexOf(c) >= 0
                || UnknownValues.isUnknown(c);
    }
}
