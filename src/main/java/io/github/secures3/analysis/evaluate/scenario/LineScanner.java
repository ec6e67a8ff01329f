package io.github.secures3.analysis.evaluate.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the JSON of one line, value by value.
 *
 * <p>Most of a scenario is policies that were read before. A general parser has to tokenize them all the same; this one can
 * {@linkplain #skip step over} what the caller recognizes as text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class LineScanner {

    /** What {@link #peek} gives at the end of the line. */
    static final char END = '\uffff';

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int UNICODE_DIGITS = 4;

    private final String text;
    private int at;
    /** An object or array was just opened, so that no comma comes before what follows. */
    private boolean opened;

    LineScanner(String text) {
        this.text = text;
    }

    /** The character that the next value, name or bracket begins with. */
    char peek() {
        while (at < text.length() && isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Whether nothing but white space follows. */
    boolean isAtEnd() {
        peek();
        return at == text.length();
    }

    /** Enters the object or array that begins here. */
    void open() {
        at++;
        opened = true;
    }

    /** The name of the next member of the object, or null where the object ends. */
    @Nullable
    String nextName() {
        if (closes('}')) {
            return null;
        }
        if (peek() != '"') {
            throw broken("a name in double quotes is missing");
        }
        String name = string();
        require(':', "a colon is missing after the name");
        return name;
    }

    /** Whether another element of the array follows; behind the array otherwise. */
    boolean nextElement() {
        return !closes(']');
    }

    /** The string that begins here. */
    String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return withEscapes(start);
            }
            requireText(c);
            at++;
        }
        throw broken("the string is not closed");
    }

    /** The text of the string, number or literal that begins here. */
    String scalar() {
        if (peek() == '"') {
            return string();
        }
        for (String literal : new String[] {"true", "false", "null"}) {
            if (text.startsWith(literal, at)) {
                return word(at + literal.length());
            }
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw broken("no JSON value begins so");
        }
        return word(number.end());
    }

    /** The text of the object that begins here, going by strings and brackets alone. */
    String object() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfString(at);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return text.substring(start, ++at);
            }
            at++;
        }
        throw broken("the object is not closed");
    }

    /** Whether this text begins here, which is passed in that case. */
    boolean skip(String known) {
        int end = at + known.length();
        // Comparing whole strings is several times faster than comparing regions.
        boolean same = end <= text.length()
                && text.charAt(end - 1) == known.charAt(known.length() - 1)
                && text.substring(at, end).equals(known);
        at = same ? end : at;
        return same;
    }

    private BrokenLineException broken(String problem) {
        return at < text.length()
                ? new BrokenLineException(at, problem)
                : new BrokenLineException(text.length(), "the line ends early");
    }

    private boolean closes(char bracket) {
        boolean first = opened;
        opened = false;
        if (peek() == bracket) {
            at++;
            return true;
        }
        if (!first) {
            require(',', "a comma or the closing " + bracket + " is missing");
        }
        return false;
    }

    private void require(char wanted, String problem) {
        if (peek() != wanted) {
            throw broken(problem);
        }
        at++;
    }

    private String word(int end) {
        if (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || ".+-_".indexOf(text.charAt(end)) >= 0)) {
            throw broken("no JSON value begins so");
        }
        String word = text.substring(at, end);
        at = end;
        return word;
    }

    private String withEscapes(int start) {
        StringBuilder plain = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return plain.toString();
            }
            if (c == '\\') {
                plain.append(escaped());
            } else {
                requireText(c);
                plain.append(c);
            }
        }
        throw broken("the string is not closed");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : END;
        if (c == 'u') {
            return unicode();
        }
        int meant = ESCAPED.indexOf(c);
        if (meant < 0) {
            throw broken("the backslash before this escapes nothing that JSON knows");
        }
        return MEANT.charAt(meant);
    }

    private char unicode() {
        int code = 0;
        for (int digit = 0; digit < UNICODE_DIGITS; digit++) {
            int value = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
            if (value < 0) {
                throw broken("\\u takes four hexadecimal digits");
            }
            code = code << UNICODE_DIGITS | value;
            at++;
        }
        return (char) code;
    }

    private int endOfString(int start) {
        int next = start + 1;
        while (next < text.length() && text.charAt(next) != '"') {
            next += text.charAt(next) == '\\' ? 2 : 1;
        }
        return next;
    }

    private void requireText(char c) {
        if (c < ' ') {
            throw broken("a control character stands in a string; write it as an escape such as \\n");
        }
    }

    private static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
