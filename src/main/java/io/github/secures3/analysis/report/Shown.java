package io.github.secures3.analysis.report;

import io.github.secures3.policy.UnresolvedToken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that come from templates, as people get to see them: unknown values by name, and nothing that steers a terminal or a reader's eye.
 *
 * @since 0.1
 */
public final class Shown {

    /** What tells names of unknown values apart; a few of its characters do so for people. */
    private static final Pattern DIGEST = Pattern.compile("#([0-9a-f]{6})[0-9a-f]{18}\\b");

    /** The account and Region that all stacks of the first assembly share; only further ones need a number. */
    private static final String FIRST_ASSEMBLY = "<@assembly1.";

    private Shown() {}

    /** The text on one line. */
    public static String line(String text) {
        return lines(text).strip().replaceAll("\\s+", " ");
    }

    /** The text with its lines; each marker is shown as its name in angle brackets. */
    public static String lines(String text) {
        StringBuilder out = new StringBuilder();
        UnresolvedToken.shown(text).codePoints().forEach(point -> append(point, out));
        Matcher digest = DIGEST.matcher(out);
        return digest.replaceAll("#$1").replace(FIRST_ASSEMBLY, "<");
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
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + " ... (" + Words.grouped(text.length() - end) + " more characters)";
    }
}
