package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Markers inside strings, and inside lists of strings, for values that are not known yet: those of the CDK while an app is built, and those
 * that a template reader writes for parameters and attributes which only a deployment can tell.
 *
 * <p>They look like policy variables but are none, and nothing about them can be checked as text. A marker equals itself; whether it equals
 * anything else is not known.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">Tokens</a>
 * @since 0.1
 */
public final class UnresolvedToken {

    private static final String IN_STRING = "${Token[";
    private static final String IN_LIST = "#{Token[";
    private static final String CLOSING = "]}";
    private static final String GENERATED = "~";

    private UnresolvedToken() {}

    /**
     * The marker of a value with this name.
     *
     * @throws IllegalArgumentException if the name holds a closing bracket or brace, which would end the marker early
     */
    public static String of(String name) {
        if (name.indexOf(']') >= 0 || name.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "the name of an unknown value cannot hold ']' or '}', as '" + name + "' does");
        }
        return IN_STRING + name + CLOSING;
    }

    /**
     * The marker of the name that CloudFormation or a service makes up for a resource: a piece of text with a hyphen and without slash and colon,
     * which no other resource has.
     *
     * @throws IllegalArgumentException if the name holds a closing bracket or brace
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html">Name type</a>
     */
    public static String ofGeneratedName(String name) {
        return of(name + GENERATED);
    }

    /** Whether the marker stands for a made-up name, so that two different ones are never the same text. */
    public static boolean isGeneratedName(String marker) {
        return marker.endsWith(GENERATED + CLOSING);
    }

    /** The names of the markers in a text, in their order. */
    public static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfTokenAt(text, at);
            if (end < 0) {
                at++;
            } else {
                names.add(nameOf(text.substring(at, end)));
                at = end;
            }
        }
        return names;
    }

    /** The text as people read it: each marker as its name in angle brackets, such as {@code <Orders.Data.Arn>}. */
    public static String shown(String text) {
        if (!isIn(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfTokenAt(text, at);
            if (end < 0) {
                shown.append(text.charAt(at++));
            } else {
                shown.append('<').append(nameOf(text.substring(at, end))).append('>');
                at = end;
            }
        }
        return shown.toString();
    }

    private static String nameOf(String marker) {
        int tail = isGeneratedName(marker) ? GENERATED.length() + CLOSING.length() : CLOSING.length();
        return marker.substring(IN_STRING.length(), marker.length() - tail);
    }

    /** Whether the text holds a marker. */
    public static boolean isIn(String text) {
        return text.contains(IN_STRING) || text.contains(IN_LIST);
    }

    /** The text with its tokens taken out: what is known to be there, whatever they turn into. */
    public static String removeFrom(String text) {
        return replaceIn(text, token -> "");
    }

    /** The text with each token replaced by what is given for it. */
    public static String replaceIn(String text, UnaryOperator<String> replacement) {
        if (!isIn(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfTokenAt(text, at);
            if (end < 0) {
                replaced.append(text.charAt(at++));
            } else {
                replaced.append(replacement.apply(text.substring(at, end)));
                at = end;
            }
        }
        return replaced.toString();
    }

    /** Where the token that starts at this place ends, or -1 if none starts here. */
    public static int endOfTokenAt(String text, int start) {
        if (!text.startsWith(IN_STRING, start) && !text.startsWith(IN_LIST, start)) {
            return -1;
        }
        int close = text.indexOf(CLOSING, start);
        return close < 0 ? -1 : close + CLOSING.length();
    }
}
