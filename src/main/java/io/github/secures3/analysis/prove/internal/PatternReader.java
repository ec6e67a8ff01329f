package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVariable;
import io.github.secures3.policy.PolicyVersion;
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
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS, BINARY_EQUALS -> read(text, version, Form.EXACT);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                read(text, version, Form.EXACT_IN_ANY_CASE);
            case STRING_LIKE, STRING_NOT_LIKE -> read(text, version, Form.LIKE);
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> read(text, version, Form.ARN_CONDITION);
            default -> throw new IllegalArgumentException(comparison + " compares no text");
        };
    }

    /** The ARNs that an entry of a {@code Resource} element fits. */
    LanguageBounds resource(String text, PolicyVersion version) {
        return read(text, version, Form.ARN_RESOURCE);
    }

    private enum Form {
        EXACT,
        EXACT_IN_ANY_CASE,
        LIKE,
        ARN_CONDITION,
        ARN_RESOURCE
    }

    private LanguageBounds read(String text, PolicyVersion version, Form form) {
        List<Integer> symbols = new ArrayList<>();
        String reason = "";
        for (Pattern.Part part : Pattern.parse(text, version).parts()) {
            if (part instanceof Pattern.Literal literal) {
                String encoded = unknowns.encode(literal.text());
                encoded.chars().forEach(symbols::add);
                if (UnknownValues.isIn(encoded)) {
                    reason = "'" + text + "' holds a value that is not known";
                }
            } else if (part instanceof Pattern.AnySequence) {
                symbols.add(form == Form.EXACT || form == Form.EXACT_IN_ANY_CASE ? '*' : SEQUENCE);
            } else if (part instanceof Pattern.AnyCharacter) {
                symbols.add(form == Form.EXACT || form == Form.EXACT_IN_ANY_CASE ? '?' : CHARACTER);
            } else if (part instanceof Pattern.Variable variable) {
                Replacement replacement = variables.apply(variable.variable());
                if (replacement instanceof Replacement.Text known) {
                    unknowns.encode(known.text()).chars().forEach(symbols::add);
                } else if (replacement instanceof Replacement.Varying varying) {
                    symbols.add(OPEN);
                    reason = varying.reason();
                } else {
                    return LanguageBounds.exact(Language.none(), "");
                }
            }
        }
        return bounds(symbols, form, reason);
    }

    private static LanguageBounds bounds(List<Integer> symbols, Form form, String reason) {
        boolean open = symbols.contains(OPEN);
        boolean unknown = symbols.stream().anyMatch(s -> s > 0 && UnknownValues.isUnknown((char) (int) s));
        List<Integer> opened = open || unknown ? opened(symbols) : symbols;
        Language must = open ? Language.none() : language(symbols, form, false);
        Language may = language(opened, form, true);
        String lead = form == Form.EXACT_IN_ANY_CASE ? "" : lead(symbols);
        if (must.equals(may)) {
            return LanguageBounds.exact(must, lead);
        }
        return new LanguageBounds(
                must,
                may,
                lead,
                reason.isEmpty()
                        ? "a wildcard inside a segment of an ARN would have to reach over a colon, for which AWS"
                                + " documents no answer"
                        : reason);
    }

    private static String lead(List<Integer> symbols) {
        StringBuilder lead = new StringBuilder();
        for (int symbol : symbols) {
            if (symbol < 0) {
                break;
            }
            lead.append((char) symbol);
        }
        return lead.toString();
    }

    /** The pattern with everything that is not known as a wildcard. */
    private static List<Integer> opened(List<Integer> symbols) {
        return symbols.stream()
                .map(s -> s == OPEN || (s > 0 && UnknownValues.isUnknown((char) (int) s)) ? SEQUENCE : s)
                .toList();
    }

    private static Language language(List<Integer> symbols, Form form, boolean may) {
        boolean all = symbols.size() == 1 && symbols.get(0) == SEQUENCE;
        return switch (form) {
            case EXACT, LIKE -> plain(symbols, false);
            case EXACT_IN_ANY_CASE -> plain(symbols, true);
            case ARN_CONDITION -> all || hasFixedHead(symbols) ? plain(symbols, false) : byComponent(symbols, false);
            case ARN_RESOURCE ->
                all || may || hasFixedHead(symbols) ? plain(symbols, false) : byComponent(symbols, true);
        };
    }

    private static Language plain(List<Integer> symbols, boolean anyCase) {
        Language.Sequence sequence = Language.sequence();
        for (int symbol : symbols) {
            if (symbol == SEQUENCE) {
                sequence.many(Letters.ANY);
            } else if (symbol == CHARACTER) {
                sequence.one(Letters.ANY);
            } else if (anyCase) {
                sequence.textInAnyCase(String.valueOf((char) symbol));
            } else {
                sequence.text(String.valueOf((char) symbol));
            }
        }
        return sequence.language();
    }

    /** Wildcards stay within the first five segments; in a resource, one that ends its segment reaches on. */
    private static Language byComponent(List<Integer> symbols, boolean resource) {
        long colonsInAll = symbols.stream().filter(s -> s == ':').count();
        boolean lastIsResource = colonsInAll >= COMPONENTS - 1;
        Language.Sequence sequence = Language.sequence();
        int colons = 0;
        for (int at = 0; at < symbols.size(); at++) {
            int symbol = symbols.get(at);
            boolean inResource = lastIsResource && colons >= COMPONENTS - 1;
            boolean endsSegment = at + 1 == symbols.size() || symbols.get(at + 1) == ':';
            Letters reach =
                    inResource || (resource && symbol == SEQUENCE && endsSegment) ? Letters.ANY : Letters.NOT_COLON;
            if (symbol == SEQUENCE) {
                sequence.many(reach);
            } else if (symbol == CHARACTER) {
                sequence.one(reach);
            } else {
                sequence.text(String.valueOf((char) symbol));
                colons += symbol == ':' ? 1 : 0;
            }
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
            if (symbol < 0 || UnknownValues.isUnknown((char) symbol)) {
                return false;
            }
        }
        return false;
    }
}
