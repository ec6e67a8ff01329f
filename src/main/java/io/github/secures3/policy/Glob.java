package io.github.secures3.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Matches text against wildcards in time proportional to text times pattern, whatever the input: only the last {@code *} is retried. */
final class Glob {

    private static final int ANY_SEQUENCE = -1;
    private static final int ANY_CHARACTER = -2;

    /** One entry for each character of the pattern, wildcards as negative numbers. */
    private final int[] symbols;

    Glob(List<Pattern.Part> parts, boolean lowerCase) {
        this.symbols = parts.stream()
                .flatMapToInt(part -> {
                    if (part instanceof Pattern.Literal literal) {
                        return (lowerCase ? literal.text().toLowerCase(Locale.ROOT) : literal.text()).chars();
                    }
                    if (part instanceof Pattern.Variable variable) {
                        throw new IllegalStateException("the pattern has the variable "
                                + variable.variable().text() + "; substitute its value before matching");
                    }
                    return IntStream.of(part instanceof Pattern.AnySequence ? ANY_SEQUENCE : ANY_CHARACTER);
                })
                .toArray();
    }

    boolean matches(String text) {
        int at = 0;
        int symbol = 0;
        int lastSequence = -1;
        int retryFrom = 0;
        while (at < text.length()) {
            if (symbol < symbols.length && symbols[symbol] == ANY_SEQUENCE) {
                lastSequence = symbol++;
                retryFrom = at;
            } else if (symbol < symbols.length
                    && (symbols[symbol] == ANY_CHARACTER || symbols[symbol] == text.charAt(at))) {
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
}
