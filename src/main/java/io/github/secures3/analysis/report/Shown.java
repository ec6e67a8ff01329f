package io.github.secures3.analysis.report;

import io.github.secures3.policy.UnresolvedToken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that come from templates, as people get to see them: unknown values by name, and nothing that steers a terminal or a reader's eye. */
final class Shown {

    /** What tells names of unknown values apart; a few of its characters do so for people. */
    private static final Pattern DIGEST = Pattern.compile("#([0-9a-f]{6})[0-9a-f]{18}\\b");

    private Shown() {}

    /** The text on one line. */
    static String line(String text) {
        return lines(text).strip().replaceAll("\\s+", " ");
    }

    /** The text with its lines; each marker is shown as its name in angle brackets. */
    static String lines(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = UnresolvedToken.endOfTokenAt(text, at);
            if (end < 0) {
                int point = text.codePointAt(at);
                append(point, out);
                at += Character.charCount(point);
            } else {
                String name = text.substring(text.indexOf('[', at) + 1, end - 2);
                out.append('<');
                name.codePoints().forEach(point -> append(point, out));
                out.append('>');
                at = end;
            }
        }
        Matcher digest = DIGEST.matcher(out);
        return digest.replaceAll("#$1");
    }

    private static void append(int point, StringBuilder out) {
        int type = Character.getType(point);
        boolean steering = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (point == '\n') {
            out.append('\n');
        } else if (point == '\t') {
            out.append(' ');
        } else {
            out.appendCodePoint(steering ? '?' : point);
        }
    }

    /** The text, cut after so many characters with a word on how much is missing. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " ... (" + Words.grouped(text.length() - end) + " more characters)";
    }
}
