package io.github.secures3.analysis.evaluate.matching;

import java.util.Arrays;

/** Compares patterns and texts with unknown values, given as {@link Symbols}, in time and memory bounded whatever the input. */
final class GlobMatcher {

    /** Pairs of positions that a comparison of unknown values may look at: a policy of the largest size against a long object key. */
    private static final long MOST_PAIRS = 1 << 24;

    private GlobMatcher() {}

    /** Whether the text fits whatever its unknown values are: each equals itself, and only {@code *} reaches over one. */
    static boolean certainlyMatches(int[] pattern, int[] text) {
        int at = 0;
        int symbol = 0;
        int lastSequence = -1;
        int retryFrom = 0;
        while (at < text.length) {
            if (symbol < pattern.length && pattern[symbol] == Symbols.ANY_SEQUENCE) {
                lastSequence = symbol++;
                retryFrom = at;
            } else if (symbol < pattern.length && fitsCertainly(pattern[symbol], text[at])) {
                symbol++;
                at++;
            } else if (lastSequence >= 0) {
                symbol = lastSequence + 1;
                at = ++retryFrom;
            } else {
                return false;
            }
        }
        return onlySequencesFrom(pattern, symbol);
    }

    /**
     * Whether some choice of the unknown values makes the text fit; true as well where the texts are too long to look. What both begin or end
     * with alike, unknown values included, is the same text on both sides and decides nothing.
     */
    static boolean possiblyMatches(int[] pattern, int[] text) {
        int start = 0;
        while (start < pattern.length && start < text.length && isSame(pattern[start], text[start])) {
            start++;
        }
        if (GeneratedNames.differAt(pattern, text, start)) {
            return false;
        }
        int end = 0;
        while (end < pattern.length - start
                && end < text.length - start
                && isSame(pattern[pattern.length - 1 - end], text[text.length - 1 - end])) {
            end++;
        }
        return possibly(
                Arrays.copyOfRange(pattern, start, pattern.length - end),
                Arrays.copyOfRange(text, start, text.length - end));
    }

    private static boolean isSame(int symbol, int code) {
        return symbol == code && symbol != Symbols.ANY_SEQUENCE && symbol != Symbols.ANY_CHARACTER;
    }

    private static boolean possibly(int[] pattern, int[] text) {
        if ((long) (pattern.length + 1) * (text.length + 1) > MOST_PAIRS) {
            return true;
        }
        boolean[] below = new boolean[text.length + 1];
        boolean[] row = new boolean[text.length + 1];
        for (int i = pattern.length; i >= 0; i--) {
            for (int j = text.length; j >= 0; j--) {
                row[j] = possibly(pattern, i, text, j, row, below);
            }
            boolean[] swap = below;
            below = row;
            row = swap;
        }
        return below[0];
    }

    private static boolean possibly(int[] pattern, int i, int[] text, int j, boolean[] row, boolean[] below) {
        boolean patternLeft = i < pattern.length;
        boolean textLeft = j < text.length;
        if (!patternLeft && !textLeft) {
            return true;
        }
        if (patternLeft && isAnyText(pattern[i]) && (below[j] || (textLeft && row[j + 1]))) {
            return true;
        }
        if (textLeft && isAnyText(text[j]) && (row[j + 1] || (patternLeft && below[j]))) {
            return true;
        }
        return patternLeft
                && textLeft
                && !isAnyText(pattern[i])
                && !isAnyText(text[j])
                && (pattern[i] == Symbols.ANY_CHARACTER || pattern[i] == text[j])
                && below[j + 1];
    }

    private static boolean fitsCertainly(int symbol, int code) {
        return symbol == code || (symbol == Symbols.ANY_CHARACTER && code >= 0);
    }

    private static boolean isAnyText(int symbol) {
        return symbol == Symbols.ANY_SEQUENCE || symbol <= Symbols.FIRST_TOKEN;
    }

    private static boolean onlySequencesFrom(int[] pattern, int from) {
        int symbol = from;
        while (symbol < pattern.length && pattern[symbol] == Symbols.ANY_SEQUENCE) {
            symbol++;
        }
        return symbol == pattern.length;
    }
}
