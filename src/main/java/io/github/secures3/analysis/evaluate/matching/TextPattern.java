package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Glob;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a policy to compare values of a request with.
 *
 * <p>Markers of unknown values equal themselves. Whether one fits anything else is unknown, unless the known characters around it settle it:
 * {@code a-${Token[x]}} never equals {@code b-1}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">
 *     String condition operators</a>
 * @since 0.1
 */
public final class TextPattern {

    private final List<Pattern.Part> parts;
    private final boolean ignoreCase;
    private final boolean hasVariables;
    private final Beginning beginning;
    private final Glob glob;
    private final int[] symbols;
    private final List<String> tokens;

    private TextPattern(Pattern pattern, boolean ignoreCase) {
        this.parts = pattern.parts();
        this.ignoreCase = ignoreCase;
        this.hasVariables = pattern.hasVariables();
        this.beginning = Beginning.of(parts, ignoreCase);
        List<String> found = new ArrayList<>(0);
        this.glob = glob(hasVariables ? Pattern.literal("") : pattern);
        this.symbols = hasVariables ? new int[0] : Symbols.of(parts, ignoreCase, found);
        this.tokens = List.copyOf(found);
    }

    /** A text in which {@code *} and {@code ?} are wildcards and {@code ${...}}, from 2012-10-17 on, a policy variable. */
    public static TextPattern like(String text, PolicyVersion version) {
        return new TextPattern(Pattern.parse(text, version), false);
    }

    /** A text in which wildcards are plain characters and {@code ${...}}, from 2012-10-17 on, a policy variable. */
    public static TextPattern exact(String text, PolicyVersion version) {
        return new TextPattern(withoutWildcards(Pattern.parse(text, version)), false);
    }

    /** Like {@link #exact}, whatever the letter case. */
    public static TextPattern exactIgnoringCase(String text, PolicyVersion version) {
        return new TextPattern(withoutWildcards(Pattern.parse(text, version)), true);
    }

    /** An action with wildcards and without variables, whatever the letter case. */
    public static TextPattern action(String text) {
        return new TextPattern(Pattern.parse(text, PolicyVersion.V2008_10_17), true);
    }

    /** Whether two texts are the same, where either may hold unknown values. */
    public static Truth equal(String one, String other) {
        if (one.equals(other)) {
            return Truth.TRUE;
        }
        if (!Symbols.hasToken(one) && !Symbols.hasToken(other)) {
            return Truth.FALSE;
        }
        List<String> all = new ArrayList<>();
        int[] left = Symbols.of(one, false, all);
        int[] right = Symbols.of(other, false, all);
        return GlobMatcher.possiblyMatches(left, right) ? unknownValue(all) : Truth.FALSE;
    }

    /** Whether the value fits; the context fills in the policy variables. */
    public Truth matches(String value, ContextView context) {
        int same = beginning.sharedWith(value);
        if (same < 0) {
            return Truth.FALSE;
        }
        if (!hasVariables) {
            return matches(glob, symbols, tokens, value, same);
        }
        Substitution filled = Substitution.of(parts, context);
        if (!filled.failure().isTrue()) {
            return filled.failure();
        }
        List<String> found = new ArrayList<>();
        int[] pattern = Symbols.of(filled.parts(), ignoreCase, found);
        return matches(glob(new Pattern(filled.parts())), pattern, found, value, same);
    }

    private Truth matches(Glob plain, int[] pattern, List<String> known, String value, int same) {
        if (known.isEmpty() && !Symbols.hasToken(value)) {
            return Truth.of(plain.matches(value, same));
        }
        List<String> all = new ArrayList<>(known);
        int[] text = Symbols.of(value, ignoreCase, all);
        if (GlobMatcher.certainlyMatches(pattern, text)) {
            return Truth.TRUE;
        }
        return GlobMatcher.possiblyMatches(pattern, text) ? unknownValue(all) : Truth.FALSE;
    }

    private Glob glob(Pattern pattern) {
        return ignoreCase ? Glob.ignoringCase(pattern) : Glob.of(pattern);
    }

    private static Pattern withoutWildcards(Pattern pattern) {
        if (!pattern.hasWildcards()) {
            return pattern;
        }
        List<Pattern.Part> parts = new ArrayList<>();
        for (Pattern.Part part : pattern.parts()) {
            boolean sequence = part instanceof Pattern.AnySequence;
            boolean wildcard = sequence || part instanceof Pattern.AnyCharacter;
            parts.add(wildcard ? new Pattern.Literal(sequence ? "*" : "?") : part);
        }
        return new Pattern(parts);
    }

    static Truth unknownValue(List<String> tokens) {
        List<String> names = Symbols.unknownNames(tokens);
        return Truth.unknown(
                names.size() == 1
                        ? (names.get(0).startsWith("whether ") ? "" : "the value of ") + names.get(0) + " is not known"
                        : "the values of " + String.join(" and ", names) + " are not known");
    }
}
