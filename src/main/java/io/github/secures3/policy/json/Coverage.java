package io.github.secures3.policy.json;

import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether one pattern surely matches all that another matches.
 *
 * <p>The covered pattern is read symbol by symbol: its wildcards, variables and CDK tokens are symbols that stand for unknown text. A {@code *}
 * swallows symbols, a {@code ?} one character, all others want their equal. AWS says that wildcards stay within a segment of an ARN and that a
 * final one does not, so a {@code *} swallows a colon, or what can turn into one, only at the end of a complete ARN or action, or alone.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resources</a>
 */
final class Coverage {

    private static final String COLON = ":";
    private static final int COLONS_OF_ARN = 5;
    private static final int COLONS_OF_ACTION = 1;

    private enum Kind {
        CHARACTER,
        ANY_SEQUENCE,
        ANY_CHARACTER,
        UNKNOWN
    }

    private record Symbol(Kind kind, String text) {

        boolean mayHoldColon() {
            return kind == Kind.UNKNOWN || (kind == Kind.CHARACTER && text.equals(COLON));
        }
    }

    private final List<Symbol> symbols;
    private final boolean open;

    private Coverage(List<Symbol> symbols, int colonsBeforeEnd) {
        this.symbols = symbols;
        boolean endsInSequence =
                !symbols.isEmpty() && symbols.get(symbols.size() - 1).kind() == Kind.ANY_SEQUENCE;
        long colons = symbols.stream()
                .filter(symbol ->
                        symbol.kind() == Kind.CHARACTER && symbol.text().equals(COLON))
                .count();
        this.open = endsInSequence && (symbols.size() == 1 || colons >= colonsBeforeEnd);
    }

    static Coverage ofAction(String pattern) {
        // Actions know no variables, and their case does not matter; that of a token does.
        return new Coverage(symbols(Pattern.parse(pattern, PolicyVersion.V2008_10_17), true), COLONS_OF_ACTION);
    }

    static Coverage ofResource(String pattern, PolicyVersion version) {
        return new Coverage(symbols(Pattern.parse(pattern, version), false), COLONS_OF_ARN);
    }

    boolean covers(Coverage other) {
        int width = other.symbols.size() + 1;
        boolean[] reached = new boolean[width];
        reached[0] = true;
        for (int own = 0; own < symbols.size(); own++) {
            reached = step(reached, own, other.symbols);
        }
        return reached[width - 1];
    }

    /** From the places that the symbols before reach to the places that this one reaches. */
    private boolean[] step(boolean[] before, int own, List<Symbol> other) {
        Symbol symbol = symbols.get(own);
        boolean[] after = new boolean[before.length];
        if (symbol.kind() == Kind.ANY_SEQUENCE) {
            boolean crossesColons = open && own == symbols.size() - 1;
            after[0] = before[0];
            for (int at = 1; at < after.length; at++) {
                boolean swallows = crossesColons || !other.get(at - 1).mayHoldColon();
                after[at] = before[at] || (after[at - 1] && swallows);
            }
            return after;
        }
        for (int at = 1; at < after.length; at++) {
            after[at] = before[at - 1] && fits(symbol, other.get(at - 1));
        }
        return after;
    }

    private static boolean fits(Symbol symbol, Symbol other) {
        if (symbol.kind() == Kind.ANY_CHARACTER) {
            boolean character = other.kind() == Kind.CHARACTER && !other.text().equals(COLON);
            return character || other.kind() == Kind.ANY_CHARACTER;
        }
        return symbol.equals(other);
    }

    private static List<Symbol> symbols(Pattern pattern, boolean lowerCase) {
        List<Symbol> symbols = new ArrayList<>();
        for (Pattern.Part part : pattern.parts()) {
            if (part instanceof Pattern.Literal literal) {
                addLiteral(literal.text(), lowerCase, symbols);
            } else if (part instanceof Pattern.Variable variable) {
                symbols.add(new Symbol(Kind.UNKNOWN, variable.variable().text()));
            } else {
                boolean sequence = part instanceof Pattern.AnySequence;
                symbols.add(new Symbol(sequence ? Kind.ANY_SEQUENCE : Kind.ANY_CHARACTER, ""));
            }
        }
        return symbols;
    }

    private static void addLiteral(String text, boolean lowerCase, List<Symbol> symbols) {
        int at = 0;
        while (at < text.length()) {
            int end = UnresolvedToken.endOfTokenAt(text, at);
            if (end >= 0) {
                symbols.add(new Symbol(Kind.UNKNOWN, text.substring(at, end)));
                at = end;
            } else {
                String character = text.substring(at, at + 1);
                symbols.add(new Symbol(Kind.CHARACTER, lowerCase ? character.toLowerCase(Locale.ROOT) : character));
                at++;
            }
        }
    }
}
