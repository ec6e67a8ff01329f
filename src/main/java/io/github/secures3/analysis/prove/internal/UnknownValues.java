package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;

/** Writes the unknown values of texts as one character each, so that automata can read them: equal to themselves and to nothing else. */
final class UnknownValues {

    static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    /** From here on up stand made-up names, which fill the place between two separators and are like no other name. */
    private static final char FIRST_NAME = '\uF000';

    private final List<String> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    static boolean isUnknown(char c) {
        return c >= FIRST && c <= LAST;
    }

    static boolean isGeneratedName(char c) {
        return c >= FIRST_NAME && c <= LAST;
    }

    static boolean isIn(String encoded) {
        return encoded.chars().anyMatch(c -> isUnknown((char) c));
    }

    /** The text with each marker as one character. */
    String encode(String text) {
        if (!UnresolvedToken.isIn(text)) {
            return text;
        }
        StringBuilder encoded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = UnresolvedToken.endOfTokenAt(text, at);
            if (end < 0) {
                encoded.append(text.charAt(at++));
            } else {
                encoded.append(letterOf(text.substring(at, end)));
                at = end;
            }
        }
        return encoded.toString();
    }

    /** The text with its markers again. */
    String decode(String encoded) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < encoded.length(); at++) {
            char c = encoded.charAt(at);
            List<String> markers = isGeneratedName(c) ? names : values;
            int index = c - (isGeneratedName(c) ? FIRST_NAME : FIRST);
            text.append(isUnknown(c) && index < markers.size() ? markers.get(index) : String.valueOf(c));
        }
        return text.toString();
    }

    /** The text as people read it. */
    String shown(String encoded) {
        return UnresolvedToken.shown(decode(encoded));
    }

    private char letterOf(String marker) {
        boolean generated = UnresolvedToken.isGeneratedName(marker);
        List<String> markers = generated ? names : values;
        int known = markers.indexOf(marker);
        if (known < 0) {
            known = markers.size();
            markers.add(marker);
        }
        char first = generated ? FIRST_NAME : FIRST;
        if (first + known > (generated ? LAST : FIRST_NAME - 1)) {
            throw new OutOfBudgetException("the policies hold more than " + known + " unknown values");
        }
        return (char) (first + known);
    }
}
