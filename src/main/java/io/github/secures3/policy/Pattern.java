package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Text in which {@code *} stands for any characters, {@code ?} for one, and {@code ${...}} for a value of the request.
 *
 * <p>{@code ${*}}, {@code ${?}} and {@code ${$}} stand for the characters themselves. A CDK token is literal text.
 *
 * @param parts the text taken apart, adjoining literals joined
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resources</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and special characters</a>
 * @since 0.1
 */
public record Pattern(List<Part> parts) {

    /** A piece of a pattern. */
    public sealed interface Part permits Literal, AnySequence, AnyCharacter, Variable {}

    /**
     * Characters that stand for themselves.
     *
     * @param text the characters
     */
    public record Literal(String text) implements Part {}

    /** {@code *}: any number of characters, none included. */
    public record AnySequence() implements Part {}

    /** {@code ?}: exactly one character. */
    public record AnyCharacter() implements Part {}

    /**
     * A value that the request brings.
     *
     * @param variable the key and its default
     */
    public record Variable(PolicyVariable variable) implements Part {}

    /** Copies the parts. */
    public Pattern {
        parts = List.copyOf(parts);
    }

    /** Takes a text apart as the given version of the language reads it: {@code ${...}} is plain text before 2012-10-17. */
    public static Pattern parse(String text, PolicyVersion version) {
        if (text.indexOf('*') < 0 && text.indexOf('?') < 0 && text.indexOf('$') < 0) {
            return literal(text);
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            int close = next == '$' ? closeOfBraces(text, at, version) : -1;
            if (close > 0) {
                addInBraces(text.substring(at + 2, close), literal, parts);
                at = close + 1;
            } else if (next == '*' || next == '?') {
                flush(literal, parts);
                parts.add(next == '*' ? new AnySequence() : new AnyCharacter());
                at++;
            } else {
                int end = Math.max(UnresolvedToken.endOfTokenAt(text, at), at + 1);
                literal.append(text, at, end);
                at = end;
            }
        }
        flush(literal, parts);
        return new Pattern(parts);
    }

    /** Takes a text apart as the current version of the language reads it. */
    public static Pattern parse(String text) {
        return parse(text, PolicyVersion.V2012_10_17);
    }

    /** A pattern that only this text fits, wildcards in it included. */
    public static Pattern literal(String text) {
        return new Pattern(text.isEmpty() ? List.of() : List.of(new Literal(text)));
    }

    /** Whether a value of the request takes part. */
    public boolean hasVariables() {
        for (Part part : parts) {
            if (part instanceof Variable) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code *} or {@code ?} takes part. */
    public boolean hasWildcards() {
        return parts.stream().anyMatch(part -> part instanceof AnySequence || part instanceof AnyCharacter);
    }

    /** This pattern with each variable replaced by text that stands for itself. */
    public Pattern substitute(Function<PolicyVariable, String> values) {
        List<Part> replaced = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Variable variable) {
                literal.append(values.apply(variable.variable()));
            } else if (part instanceof Literal same) {
                literal.append(same.text());
            } else {
                flush(literal, replaced);
                replaced.add(part);
            }
        }
        flush(literal, replaced);
        return new Pattern(replaced);
    }

    /**
     * Whether the whole text fits, letter case included; {@link Glob} matches many.
     *
     * @throws IllegalStateException if the pattern has variables; {@link #substitute} them first
     */
    public boolean matches(String text) {
        return Glob.of(this).matches(text);
    }

    /**
     * Whether the whole text fits, whatever the letter case, as with action names.
     *
     * @throws IllegalStateException if the pattern has variables; {@link #substitute} them first
     */
    public boolean matchesIgnoringCase(String text) {
        return Glob.ignoringCase(this).matches(text);
    }

    private static int closeOfBraces(String text, int at, PolicyVersion version) {
        if (!version.hasVariables() || !text.startsWith("${", at) || UnresolvedToken.endOfTokenAt(text, at) >= 0) {
            return -1;
        }
        int inside = at + 2;
        while (inside < text.length() && text.charAt(inside) != '}') {
            // A tag key can itself be a token, whose brace does not close the variable.
            inside = Math.max(UnresolvedToken.endOfTokenAt(text, inside), inside + 1);
        }
        return inside < text.length() ? inside : -1;
    }

    private static void addInBraces(String inside, StringBuilder literal, List<Part> parts) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            literal.append(inside);
        } else {
            flush(literal, parts);
            parts.add(new Variable(PolicyVariable.parse(inside)));
        }
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
