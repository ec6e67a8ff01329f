package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Glob;
import io.github.secures3.policy.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An {@link ArnPattern} whose variables have been replaced. */
final class CompiledArn {

    private static final int COMPONENTS = 6;

    private final Glob glob;
    private final int[] symbols;
    private final List<String> tokens;
    /** Whether the first five components are plain text, so that all readings agree. */
    private final boolean fixedHead;

    private CompiledArn(Glob glob, int[] symbols, List<String> tokens) {
        this.glob = glob;
        this.symbols = symbols;
        this.tokens = tokens;
        this.fixedHead = hasFixedHead(symbols);
    }

    static CompiledArn of(List<Pattern.Part> parts) {
        List<String> tokens = new ArrayList<>();
        int[] symbols = Symbols.of(parts, false, tokens);
        return new CompiledArn(Glob.of(new Pattern(parts)), symbols, List.copyOf(tokens));
    }

    /** Whether the ARN fits; so many characters at the beginning are known to be the same. */
    Truth matches(String arn, boolean condition, int same) {
        if (tokens.isEmpty() && !Symbols.hasToken(arn)) {
            return glob.matches(arn, same) ? reading(arn, condition) : Truth.FALSE;
        }
        List<String> all = new ArrayList<>(tokens);
        int[] text = Symbols.of(arn, false, all);
        if (GlobMatcher.certainlyMatches(symbols, text)) {
            // An unknown value could hold the colons that a component lacks.
            boolean certain =
                    fixedHead || isAll() || componentwise(text, condition).isTrue();
            return certain ? Truth.TRUE : TextPattern.unknownValue(all);
        }
        return GlobMatcher.possiblyMatches(symbols, text) ? TextPattern.unknownValue(all) : Truth.FALSE;
    }

    /** The ARN fits as a whole; whether the colons part it the same way. */
    private Truth reading(String arn, boolean condition) {
        return fixedHead || isAll() ? Truth.TRUE : componentwise(Symbols.of(arn, false, new ArrayList<>()), condition);
    }

    private Truth componentwise(int[] text, boolean condition) {
        if (componentsMatch(text)) {
            return Truth.TRUE;
        }
        if (condition) {
            return Truth.FALSE;
        }
        return SegmentMatcher.matches(symbols, text)
                ? Truth.TRUE
                : Truth.unknown(
                        "a wildcard inside a segment would have to reach over a colon, for which AWS documents no"
                                + " answer");
    }

    private boolean isAll() {
        return symbols.length == 1 && symbols[0] == Symbols.ANY_SEQUENCE;
    }

    private boolean componentsMatch(int[] text) {
        List<int[]> wanted = components(symbols);
        List<int[]> given = components(text);
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int at = 0; at < wanted.size(); at++) {
            if (!GlobMatcher.certainlyMatches(wanted.get(at), given.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> components(int[] symbols) {
        List<int[]> components = new ArrayList<>(COMPONENTS);
        int start = 0;
        for (int at = 0; at < symbols.length && components.size() < COMPONENTS - 1; at++) {
            if (symbols[at] == ':') {
                components.add(Arrays.copyOfRange(symbols, start, at));
                start = at + 1;
            }
        }
        components.add(Arrays.copyOfRange(symbols, start, symbols.length));
        return components;
    }

    private static boolean hasFixedHead(int[] symbols) {
        int colons = 0;
        for (int symbol : symbols) {
            if (symbol == ':' && ++colons == COMPONENTS - 1) {
                return true;
            }
            if (symbol < 0) {
                return false;
            }
        }
        return false;
    }
}
