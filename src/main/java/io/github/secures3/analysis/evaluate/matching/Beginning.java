package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import java.util.List;

/**
 * The plain text that a pattern begins with, up to its first wildcard, variable or unknown value. Most values that do not fit a pattern differ
 * here, which shows without a look at the rest of either.
 */
final class Beginning {

    private final char[] text;
    private final boolean ignoreCase;

    private Beginning(String text, boolean ignoreCase) {
        this.text = text.toCharArray();
        this.ignoreCase = ignoreCase;
    }

    static Beginning of(List<Pattern.Part> parts, boolean ignoreCase) {
        String literal = parts.isEmpty() || !(parts.get(0) instanceof Pattern.Literal first) ? "" : first.text();
        int end = 0;
        while (end < literal.length() && !mayBeginMarker(literal.charAt(end))) {
            end++;
        }
        String text = literal.substring(0, end);
        return new Beginning(ignoreCase ? lowerCase(text) : text, ignoreCase);
    }

    /** How many characters the value begins with alike, or -1 where it differs for certain, whatever its unknown values are. */
    int sharedWith(String value) {
        int end = Math.min(text.length, value.length());
        int same = 0;
        while (same < end && text[same] == value.charAt(same)) {
            same++;
        }
        while (ignoreCase && same < end && text[same] == Character.toLowerCase(value.charAt(same))) {
            same++;
        }
        if (same < end) {
            return mayBeginMarker(value.charAt(same)) ? same : -1;
        }
        return end == text.length ? end : -1;
    }

    private static boolean mayBeginMarker(char c) {
        return c == '$' || c == '#';
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            lower.append(Character.toLowerCase(text.charAt(at)));
        }
        return lower.toString();
    }
}
