package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A text or pattern as numbers: characters as they are, wildcards and unknown values as negative numbers. */
final class Symbols {

    static final int ANY_SEQUENCE = -1;
    static final int ANY_CHARACTER = -2;
    /** The first unknown value; further ones count down from here, by two, with every second place for made-up names. */
    static final int FIRST_TOKEN = -3;

    private static final String ANY_OPENING = "{Token[";

    private final boolean ignoreCase;
    private final List<String> tokens;
    private int[] codes = new int[32];
    private int length;

    /** The tokens of a text share their numbers with a pattern's only if both are built on the same list. */
    Symbols(boolean ignoreCase, List<String> tokens) {
        this.ignoreCase = ignoreCase;
        this.tokens = tokens;
    }

    static boolean hasToken(String text) {
        return text.contains(ANY_OPENING) && UnresolvedToken.isIn(text);
    }

    static int[] of(String text, boolean ignoreCase, List<String> tokens) {
        return new Symbols(ignoreCase, tokens).append(text).toArray();
    }

    /** The parts of a pattern, whose variables have been replaced. */
    static int[] of(List<Pattern.Part> parts, boolean ignoreCase, List<String> tokens) {
        Symbols symbols = new Symbols(ignoreCase, tokens);
        for (Pattern.Part part : parts) {
            if (part instanceof Pattern.Literal literal) {
                symbols.append(literal.text());
            } else if (part instanceof Pattern.AnySequence) {
                symbols.add(ANY_SEQUENCE);
            } else if (part instanceof Pattern.AnyCharacter) {
                symbols.add(ANY_CHARACTER);
            } else {
                throw new IllegalStateException("the pattern still has a variable: " + part);
            }
        }
        return symbols.toArray();
    }

    /** The names of the unknown values in these texts, for messages. */
    static List<String> unknownNames(List<String> tokens) {
        Set<String> names = new LinkedHashSet<>();
        for (String token : tokens) {
            names.addAll(UnresolvedToken.namesIn(token));
        }
        return new ArrayList<>(names);
    }

    private Symbols append(String text) {
        boolean tokensInside = hasToken(text);
        int at = 0;
        while (at < text.length()) {
            int end = tokensInside ? UnresolvedToken.endOfTokenAt(text, at) : -1;
            if (end > 0) {
                add(codeOf(text.substring(at, end)));
                at = end;
            } else {
                char c = text.charAt(at++);
                add(ignoreCase ? Character.toLowerCase(c) : c);
            }
        }
        return this;
    }

    /** Whether the code is that of a made-up name, which holds no separator and differs from every other one. */
    static boolean isGeneratedName(int code) {
        return code <= FIRST_TOKEN && (FIRST_TOKEN - code) % 2 == 1;
    }

    private int codeOf(String token) {
        return FIRST_TOKEN - 2 * indexOf(token) - (UnresolvedToken.isGeneratedName(token) ? 1 : 0);
    }

    private int indexOf(String token) {
        int known = tokens.indexOf(token);
        if (known >= 0) {
            return known;
        }
        tokens.add(token);
        return tokens.size() - 1;
    }

    private void add(int code) {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, length * 2);
        }
        codes[length++] = code;
    }

    private int[] toArray() {
        return Arrays.copyOf(codes, length);
    }
}
