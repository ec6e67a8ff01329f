package io.github.secures3.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * A condition operator as a policy writes it: an optional set qualifier, the comparison, an optional {@code IfExists}.
 *
 * @param quantifier how a key with several values is read
 * @param comparison what is compared
 * @param ifExists whether an absent key satisfies the condition
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Set operators</a>
 * @since 0.1
 */
public record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {

    private static final String IF_EXISTS = "IfExists";

    /** How a condition reads a key that holds several values. */
    public enum Quantifier {
        /** No qualifier: the key holds one value. */
        SINGLE(""),
        /** Every value of the request fits; true where the key is absent or empty. */
        FOR_ALL_VALUES("ForAllValues:"),
        /** Some value of the request fits; false where the key is absent or empty. */
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }

        /** The qualifier with its colon, or the empty text. */
        public String prefix() {
            return prefix;
        }
    }

    /**
     * Checks that the parts go together.
     *
     * @throws IllegalArgumentException if {@code Null} is given {@code IfExists}, which AWS does not offer
     */
    public ConditionOperator {
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(comparison, "comparison");
        if (ifExists && comparison == Comparison.NULL) {
            throw new IllegalArgumentException(
                    "NullIfExists is no condition operator; Null already tests whether the key exists");
        }
    }

    /** The plain operator. */
    public static ConditionOperator of(Comparison comparison) {
        return new ConditionOperator(Quantifier.SINGLE, comparison, false);
    }

    /** The operator with {@code IfExists}. */
    public static ConditionOperator ifExists(Comparison comparison) {
        return new ConditionOperator(Quantifier.SINGLE, comparison, true);
    }

    /** The operator with {@code ForAnyValue}. */
    public static ConditionOperator forAnyValue(Comparison comparison) {
        return new ConditionOperator(Quantifier.FOR_ANY_VALUE, comparison, false);
    }

    /** The operator with {@code ForAllValues}. */
    public static ConditionOperator forAllValues(Comparison comparison) {
        return new ConditionOperator(Quantifier.FOR_ALL_VALUES, comparison, false);
    }

    /** The operator as a policy spells it, such as {@code ForAnyValue:StringLikeIfExists}. */
    public String text() {
        return quantifier.prefix + comparison.text() + (ifExists ? IF_EXISTS : "");
    }

    /** The operator that a policy spells this way, in any case; empty where AWS has no such operator. */
    public static Optional<ConditionOperator> parse(String text) {
        Quantifier quantifier = Quantifier.SINGLE;
        String rest = text;
        for (Quantifier candidate : Quantifier.values()) {
            int length = candidate.prefix.length();
            if (length > 0 && text.regionMatches(true, 0, candidate.prefix, 0, length)) {
                quantifier = candidate;
                rest = text.substring(length);
            }
        }
        int bare = rest.length() - IF_EXISTS.length();
        boolean ifExists = bare > 0 && rest.regionMatches(true, bare, IF_EXISTS, 0, IF_EXISTS.length());
        Quantifier found = quantifier;
        return Comparison.of(ifExists ? rest.substring(0, bare) : rest)
                .filter(comparison -> !(ifExists && comparison == Comparison.NULL))
                .map(comparison -> new ConditionOperator(found, comparison, ifExists));
    }
}
