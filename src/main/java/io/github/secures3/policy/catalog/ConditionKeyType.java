package io.github.secures3.policy.catalog;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the values of a condition key are, which decides the operators that fit it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @since 0.1
 */
public enum ConditionKeyType {
    /** Text. */
    STRING("String"),
    /** An Amazon Resource Name; string operators work too, AWS advises the ARN operators. */
    ARN("ARN"),
    /** {@code true} or {@code false}. */
    BOOL("Bool"),
    /** A number. */
    NUMERIC("Numeric"),
    /** A point in time, as ISO 8601 or in seconds since 1970. */
    DATE("Date"),
    /** An IPv4 or IPv6 address. */
    IP_ADDRESS("IPAddress"),
    /** Bytes in Base64. */
    BINARY("Binary");

    private final String text;

    ConditionKeyType(String text) {
        this.text = text;
    }

    /** The type as AWS writes it in its tables, such as {@code IPAddress}. */
    public String text() {
        return text;
    }

    /** The type that AWS writes this way; empty where there is none. */
    public static Optional<ConditionKeyType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
