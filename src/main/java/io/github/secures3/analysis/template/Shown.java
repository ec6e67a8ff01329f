package io.github.secures3.analysis.template;

/** Text of the input, as messages show it: in quotes, on one line, not too long. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String quoted(String text) {
        return "'" + plain(text) + "'";
    }

    static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        start.codePoints().forEach(c -> {
            boolean printable = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE;
            shown.appendCodePoint(printable ? c : '?');
        });
        return shown.toString();
    }
}
