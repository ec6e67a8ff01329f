package io.github.secures3.policy.json;

import java.util.Locale;

/** Puts input into messages: short, on one line, nothing invisible. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    static String shortened(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), longest);
        for (int at = 0; at < end; at++) {
            char next = text.charAt(at);
            if (Character.isISOControl(next) || Character.isSurrogate(next) || next == '\uFEFF') {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            } else {
                shown.append(next);
            }
        }
        return text.length() > end ? shown.append("...").toString() : shown.toString();
    }
}
