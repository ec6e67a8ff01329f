package io.github.secures3.policy;

/**
 * Recognises the markers that the CDK puts into strings, and into lists of strings, for values it does not know yet.
 *
 * <p>They look like policy variables but are none: they are gone from the template, and nothing about them can be checked as text.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">Tokens</a>
 * @since 0.1
 */
public final class UnresolvedToken {

    private static final String IN_STRING = "${Token[";
    private static final String IN_LIST = "#{Token[";
    private static final String CLOSING = "]}";

    private UnresolvedToken() {}

    /** Whether the text holds a CDK token. */
    public static boolean isIn(String text) {
        return text.contains(IN_STRING) || text.contains(IN_LIST);
    }

    /** The text with its tokens taken out: what is known to be there, whatever they turn into. */
    public static String removeFrom(String text) {
        if (!isIn(text)) {
            return text;
        }
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfTokenAt(text, at);
            if (end < 0) {
                rest.append(text.charAt(at++));
            } else {
                at = end;
            }
        }
        return rest.toString();
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
