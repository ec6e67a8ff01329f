package io.github.secures3.policy;

/**
 * Recognises the markers that the CDK puts into strings for values it does not know yet.
 *
 * <p>They look like policy variables but are none: they are gone from the template, and nothing about them can be checked as text.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">Tokens</a>
 * @since 0.1
 */
public final class UnresolvedToken {

    private static final String OPENING = "${Token[";
    private static final String CLOSING = "]}";

    private UnresolvedToken() {}

    /** Whether the text holds a CDK token. */
    public static boolean isIn(String text) {
        return text.contains(OPENING);
    }

    /** Where the token that starts at this place ends, or -1 if none starts here. */
    static int endOfTokenAt(String text, int start) {
        if (!text.startsWith(OPENING, start)) {
            return -1;
        }
        int close = text.indexOf(CLOSING, start);
        return close < 0 ? -1 : close + CLOSING.length();
    }
}
