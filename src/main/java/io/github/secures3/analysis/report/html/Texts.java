package io.github.secures3.analysis.report.html;

/** Short pieces of text on the page. */
final class Texts {

    private Texts() {}

    /** {@code 1 bucket}, {@code 2 buckets}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The text, shortened at its end. */
    static String head(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
    }

    /** The text, shortened in its beginning, where paths are least telling. */
    static String tail(String text, int longest) {
        return text.length() <= longest ? text : "\u2026" + text.substring(text.length() - longest + 1);
    }
}
