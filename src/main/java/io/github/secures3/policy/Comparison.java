package io.github.secures3.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition operators without their set qualifier and {@code IfExists} ending.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @since 0.1
 */
public enum Comparison {
    /** Equal text. */
    STRING_EQUALS("StringEquals", Kind.STRING, false),
    /** Unequal text; true where the key is absent. */
    STRING_NOT_EQUALS("StringNotEquals", Kind.STRING, true),
    /** Equal text, whatever the case. */
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Kind.STRING, false),
    /** Unequal text, whatever the case; true where the key is absent. */
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Kind.STRING, true),
    /** Text that fits a pattern with {@code *} and {@code ?}. */
    STRING_LIKE("StringLike", Kind.STRING, false),
    /** Text that fits no pattern; true where the key is absent. */
    STRING_NOT_LIKE("StringNotLike", Kind.STRING, true),
    /** Equal numbers. */
    NUMERIC_EQUALS("NumericEquals", Kind.NUMERIC, false),
    /** Unequal numbers; true where the key is absent. */
    NUMERIC_NOT_EQUALS("NumericNotEquals", Kind.NUMERIC, true),
    /** A smaller number. */
    NUMERIC_LESS_THAN("NumericLessThan", Kind.NUMERIC, false),
    /** A smaller or equal number. */
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Kind.NUMERIC, false),
    /** A greater number. */
    NUMERIC_GREATER_THAN("NumericGreaterThan", Kind.NUMERIC, false),
    /** A greater or equal number. */
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Kind.NUMERIC, false),
    /** The same instant. */
    DATE_EQUALS("DateEquals", Kind.DATE, false),
    /** Another instant; true where the key is absent. */
    DATE_NOT_EQUALS("DateNotEquals", Kind.DATE, true),
    /** An earlier instant. */
    DATE_LESS_THAN("DateLessThan", Kind.DATE, false),
    /** An earlier instant or the same. */
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Kind.DATE, false),
    /** A later instant. */
    DATE_GREATER_THAN("DateGreaterThan", Kind.DATE, false),
    /** A later instant or the same. */
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Kind.DATE, false),
    /** The same truth value. */
    BOOL("Bool", Kind.BOOL, false),
    /** The same bytes, written in Base64. */
    BINARY_EQUALS("BinaryEquals", Kind.BINARY, false),
    /** An address within a range. */
    IP_ADDRESS("IpAddress", Kind.IP, false),
    /** An address outside all ranges; true where the key is absent. */
    NOT_IP_ADDRESS("NotIpAddress", Kind.IP, true),
    /** An ARN that fits a pattern, segment by segment; AWS gives it the meaning of ArnLike. */
    ARN_EQUALS("ArnEquals", Kind.ARN, false),
    /** An ARN that fits a pattern, segment by segment. */
    ARN_LIKE("ArnLike", Kind.ARN, false),
    /** An ARN that fits no pattern; true where the key is absent. */
    ARN_NOT_EQUALS("ArnNotEquals", Kind.ARN, true),
    /** An ARN that fits no pattern; true where the key is absent. */
    ARN_NOT_LIKE("ArnNotLike", Kind.ARN, true),
    /** Whether the key is absent ({@code true}) or present ({@code false}). */
    NULL("Null", Kind.NULL, false);

    /** What an operator compares. */
    public enum Kind {
        /** Text. */
        STRING,
        /** Integers and decimals. */
        NUMERIC,
        /** Instants, as ISO 8601 text or epoch seconds. */
        DATE,
        /** {@code true} and {@code false}. */
        BOOL,
        /** Bytes in Base64. */
        BINARY,
        /** IPv4 and IPv6 addresses and ranges. */
        IP,
        /** Amazon Resource Names. */
        ARN,
        /** The presence of the key. */
        NULL
    }

    private static final Map<String, Comparison> BY_TEXT =
            Stream.of(values()).collect(Collectors.toMap(c -> c.text.toLowerCase(Locale.ROOT), Function.identity()));

    private final String text;
    private final Kind kind;
    private final boolean negated;

    Comparison(String text, Kind kind, boolean negated) {
        this.text = text;
        this.kind = kind;
        this.negated = negated;
    }

    /** The operator as a policy spells it. */
    public String text() {
        return text;
    }

    /** What the operator compares. */
    public Kind kind() {
        return kind;
    }

    /** Whether the operator asks for a difference: several values are then joined by NOR, and an absent key satisfies it. */
    public boolean isNegated() {
        return negated;
    }

    /** The operator that a policy spells this way, in any case. */
    public static Optional<Comparison> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text.toLowerCase(Locale.ROOT)));
    }
}
