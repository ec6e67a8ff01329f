package io.github.secures3.policy;

/**
 * A pattern prepared to be matched often, in time proportional to text times pattern at worst, whatever the input: only the last {@code *} is
 * retried. Markers of unknown values are plain text here.
 *
 * @since 0.1
 */
public final class Glob {

    private static final int ANY_SEQUENCE = -1;
    private static final int ANY_CHARACTER = -2;

    /** One entry for each character of the pattern, wildcards as negative numbers. */
    private final int[] symbols;

    private final boolean ignoreCase;

    private Glob(Pattern pattern, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        int length = 0;
        for (Pattern.Part part : pattern.parts()) {
            length += part instanceof Pattern.Literal literal ? literal.text().length() : 1;
        }
        this.symbols = new int[length];
        int at = 0;
        for (Pattern.Part part : pattern.parts()) {
            if (part instanceof Pattern.Literal literal) {
                for (int character = 0; character < literal.text().length(); character++) {
                    symbols[at++] = folded(literal.text().charAt(character));
                }
            } else if (part instanceof Pattern.Variable variable) {
                throw new IllegalStateException("the pattern has the variable "
                        + variable.variable().text() + "; substitute its value before matching");
            } else {
                symbols[at++] = part instanceof Pattern.AnySequence ? ANY_SEQUENCE : ANY_CHARACTER;
            }
        }
    }

    /**
     * The pattern, letter case included.
     *
     * @throws IllegalStateException if the pattern has variables; {@link Pattern#substitute} them first
     */
    public static Glob of(Pattern pattern) {
        return new Glob(pattern, false);
    }

    /**
     * The pattern, whatever the letter case, as with action names.
     *
     * @throws IllegalStateException if the pattern has variables; {@link Pattern#substitute} them first
     */
    public static Glob ignoringCase(Pattern pattern) {
        return new Glob(pattern, true);
    }

    /** Whether the whole text fits. */
    public boolean matches(String text) {
        return matches(text, 0);
    }

    /** Whether the whole text fits, where so many characters that it begins with are known to be those of the pattern. */
    public boolean matches(String text, int same) {
        int at = same;
        int symbol = same;
        int lastSequence = -1;
        int retryFrom = 0;
        while (at < text.length()) {
            int wanted = symbol < symbols.length ? symbols[symbol] : Integer.MIN_VALUE;
            if (wanted == ANY_SEQUENCE) {
                lastSequence = symbol++;
                retryFrom = at;
                if (symbol == symbols.length) {
                    return true;
                }
            } else if (wanted == ANY_CHARACTER || wanted == folded(text.charAt(at))) {
                symbol++;
                at++;
            } else if (lastSequence >= 0) {
                symbol = lastSequence + 1;
                at = ++retryFrom;
            } else {
                return false;
            }
        }
        while (symbol < symbols.length && symbols[symbol] == ANY_SEQUENCE) {
            symbol++;
        }
        return symbol == symbols.length;
    }

    private int folded(char c) {
        return ignoreCase ? Character.toLowerCase(c) : c;
    }
}
