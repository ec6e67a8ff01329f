package io.github.secures3.analysis.report;

import java.util.List;

/** Short pieces of text for a terminal. */
final class Words {
    private static final int LONGEST = 400;

    private Words() {}

    /** The text on one line, cut after 400 characters, without characters that would steer a terminal. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else {
                safe.appendCodePoint(steersTerminal(point) ? '?' : point);
            }
        });
        return safe.append(text.codePointCount(0, text.length()) > LONGEST ? "..." : "")
                .toString();
    }

    private static boolean steersTerminal(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** {@code 1 bucket}, {@code 2 buckets}. */
    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : grouped(number) + " " + noun + "s";
    }

    /** The number with a comma between thousands, whatever the locale. */
    static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    static String list(List<String> items) {
        return String.join(", ", items);
    }
}
