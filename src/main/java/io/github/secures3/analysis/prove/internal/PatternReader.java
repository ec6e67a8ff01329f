package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVariable;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads patterns of policies as languages, in the sense in which the evaluator compares them.
 *
 * <p>A policy variable whose value follows from the question is replaced by it; one that varies with the request, and an unknown value of the
 * template, may be any text.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resource ARNs</a>
 */
final class PatternReader {

    private static final int COMPONENTS = 6;
    private static final int SEQUENCE = -1;
    private static final int CHARACTER = -2;
    private static final int OPEN = -3;

    /** What a policy variable stands for. */
    sealed interface Replacement {

        /**
         * A text that follows from the question.
         *
         * @param text the text
         */
        record Text(String text) implements Replacement {}

        /** Nothing, so that the pattern fits no text. */
        record Nothing() implements Replacement {}

        /**
         * A value that varies with the request.
         *
         * @param reason why, in words
         */
        record Varying(String reason) implements Replacement {}
    }

    private final UnknownValues unknowns;
    private final Function<PolicyVariable, Replacement> variables;

    PatternReader(UnknownValues unknowns, Function<PolicyVariable, Replacement> variables) {
        this.unknowns = unknowns;
        this.variables = variables;
    }

    /** The texts that a value of a condition with this text comparison fits; for a negated one those of its positive twin. */
    LanguageBounds value(Comparison comparison, String text, PolicyVersion version) {
        return value(comparison, text, version, "");
    }

    /** What may follow this beginning in the texts that a value of a condition fits. */
    LanguageBounds value(Comparison comparison, String text, PolicyVersion version, String beginning) {
        String encoded = unknowns.encode(beginning);
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> read(text, version, Form.EXACT, encoded, false);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                read(text, version, Form.EXACT_IN_ANY_CASE, encoded, false);
            case STRING_LIKE, STRING_NOT_LIKE -> read(text, version, Form.LIKE, encoded, false);
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                read(text, version, Form.ARN_CONDITION, encoded, false);
            default -> throw new IllegalArgumentException(comparison + " compares no text");
        };
    }

    /**
     * What may follow this beginning in ARNs that an entry of a {@code Resource} element fits. A value that is not known and that both begin with
     * is the same in both.
     */
    LanguageBounds resource(String text, PolicyVersion version, String beginning) {
        return read(text, version, Form.ARN_RESOURCE, unknowns.encode(beginning), false);
    }

    /** What an entry of a {@code Resource} element says to this ARN: the empty text fits where the ARN does. */
    LanguageBounds wholeResource(String text, PolicyVersion version, String arn) {
        return read(text, version, Form.ARN_RESOURCE, unknowns.encode(arn), true);
    }

    /** What the policy variables in the text stand for that vary with the request; empty where none does. */
    List<String> varying(String text, PolicyVersion version) {
        return Pattern.parse(text, version).parts().stream()
                .filter(Pattern.Variable.class::isInstance)
                .map(part -> variables.apply(((Pattern.Variable) part).variable()))
                .filter(Replacement.Varying.class::isInstance)
                .map(varying -> ((Replacement.Varying) varying).reason())
                .toList();
    }

    private enum Form {
        EXACT,
        EXACT_IN_ANY_CASE,
        LIKE,
        ARN_CONDITION,
        ARN_RESOURCE
    }

    private LanguageBounds read(String text, PolicyVersion version, Form form, String beginning, boolean whole) {
        List<Integer> symbols = new ArrayList<>();
        List<String> reasons = new ArrayList<>(varying(text, version));
        boolean wildcards = form != Form.EXACT && form != Form.EXACT_IN_ANY_CASE;
        for (Pattern.Part part : Pattern.parse(text, version).parts()) {
            if (part instanceof Pattern.Literal literal) {
                unknowns.encode(literal.text()).chars().forEach(symbols::add);
            } else if (part instanceof Pattern.AnySequence) {
                symbols.add(wildcards ? SEQUENCE : '*');
            } else if (part instanceof Pattern.AnyCharacter) {
                symbols.add(wildcards ? CHARACTER : '?');
            } else if (part instanceof Pattern.Variable variable) {
                Replacement replacement = variables.apply(variable.variable());
                if (replacement instanceof Replacement.Nothing) {
                    return LanguageBounds.exact(Language.none());
                }
                if (replacement instanceof Replacement.Text known) {
                    unknowns.encode(known.text()).chars().forEach(symbols::add);
                } else {
                    symbols.add(OPEN);
                }
            }
        }
        if (symbols.stream().anyMatch(PatternReader::isUnknown)) {
            reasons.add("'" + UnresolvedToken.shown(text) + "' holds a value that is not known");
        }
        return bounds(symbols, form, beginning, whole, reasons);
    }

    private static LanguageBounds bounds(
            List<Integer> symbols, Form form, String beginning, boolean whole, List<String> reasons) {
        int same = 0;
        while (same < Math.min(symbols.size(), beginning.length()) && symbols.get(same) == beginning.charAt(same)) {
            same++;
        }
        if (MadeUpNames.differ(symbols, beginning, same, whole)) {
            return LanguageBounds.exact(Language.none());
        }
        boolean open = symbols.contains(OPEN);
        boolean unknown = open || symbols.stream().skip(same).anyMatch(PatternReader::isUnknown);
        Language must = open ? Language.none() : language(symbols, form).after(beginning);
        Language may = (unknown || form == Form.ARN_RESOURCE
                        ? perhaps(symbols, same, form == Form.EXACT_IN_ANY_CASE)
                        : language(symbols, form))
                .after(beginning.substring(0, same))
                .perhapsAfter(beginning.substring(same));
        if (must.equals(may)) {
            return LanguageBounds.exact(must);
        }
        if (reasons.isEmpty()) {
            reasons.add(
                    UnknownValues.isIn(beginning.substring(same))
                            ? "a resource of the request holds a value that is not known"
                            : "a wildcard inside a segment of an ARN would have to reach over a colon, for which AWS"
                                    + " documents no answer");
        }
        return new LanguageBounds(must, may, String.join("; ", reasons));
    }

    /** The pattern as it may turn out: what is not known, from this place on, is whatever it can be. */
    private static Language perhaps(List<Integer> symbols, int from, boolean anyCase) {
        Sequence sequence = Language.sequence();
        for (int at = 0; at < symbols.size(); at++) {
            int symbol = symbols.get(at);
            if (symbol == OPEN) {
                sequence.many(Letters.ANY);
            } else if (at >= from && isUnknown(symbol)) {
                sequence.opened((char) symbol);
            } else {
                add(symbol, Letters.ANY, anyCase, sequence);
            }
        }
        return sequence.language();
    }

    private static boolean isUnknown(int symbol) {
        return symbol > 0 && UnknownValues.isUnknown((char) symbol);
    }

    private static Language language(List<Integer> symbols, Form form) {
        boolean all = symbols.size() == 1 && symbols.get(0) == SEQUENCE;
        return switch (form) {
            case EXACT, LIKE -> plain(symbols, false);
            case EXACT_IN_ANY_CASE -> plain(symbols, true);
            case ARN_CONDITION, ARN_RESOURCE ->
                all || hasFixedHead(symbols) ? plain(symbols, false) : byComponent(symbols, form == Form.ARN_RESOURCE);
        };
    }

    private static Language plain(List<Integer> symbols, boolean anyCase) {
        Sequence sequence = Language.sequence();
        symbols.forEach(symbol -> add(symbol, Letters.ANY, anyCase, sequence));
        return sequence.language();
    }

    private static void add(int symbol, Letters reach, boolean anyCase, Sequence to) {
        if (symbol == SEQUENCE) {
            to.many(reach);
        } else if (symbol == CHARACTER) {
            to.one(reach);
        } else if (anyCase) {
            to.textInAnyCase(String.valueOf((char) symbol));
        } else {
            to.text(String.valueOf((char) symbol));
        }
    }

    /** Wildcards stay within the first five segments; in a resource, one that ends its segment reaches on. */
    private static Language byComponent(List<Integer> symbols, boolean resource) {
        long colonsInAll = symbols.stream().filter(s -> s == ':').count();
        boolean lastIsResource = colonsInAll >= COMPONENTS - 1;
        Sequence sequence = Language.sequence();
        int colons = 0;
        for (int at = 0; at < symbols.size(); at++) {
            int symbol = symbols.get(at);
            boolean inResource = lastIsResource && colons >= COMPONENTS - 1;
            boolean endsSegment = at + 1 == symbols.size() || symbols.get(at + 1) == ':';
            Letters reach =
                    inResource || (resource && symbol == SEQUENCE && endsSegment) ? Letters.ANY : Letters.NOT_COLON;
            add(symbol, reach, false, sequence);
            colons += symbol == ':' ? 1 : 0;
        }
        return sequence.language();
    }

    /** Whether the first five segments are plain text, so that all readings agree. */
    private static boolean hasFixedHead(List<Integer> symbols) {
        int colons = 0;
        for (int symbol : symbols) {
            if (symbol == ':' && ++colons == COMPONENTS - 1) {
                return true;
            }
            if (symbol < 0 || isUnknown(symbol)) {
                return false;
            }
        }
        return false;
    }
}
