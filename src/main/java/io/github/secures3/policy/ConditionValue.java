package io.github.secures3.policy;

import java.util.Objects;

/**
 * One value of a condition, with the JSON type that it was written in.
 *
 * <p>AWS reads {@code false} and {@code "false"} alike; scanners do not, and a round trip must not change either, so the type is kept.
 *
 * @param type the JSON type
 * @param text the value as text: {@code false}, {@code 1.2}, {@code arn:aws:s3:::logs}
 * @since 0.1
 */
public record ConditionValue(Type type, String text) {

    /** JSON types that a condition value can have. */
    public enum Type {
        /** A quoted string. */
        STRING,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A number, kept digit by digit as it was written. */
        NUMBER
    }

    /**
     * Checks that the text is what its type says.
     *
     * @throws IllegalArgumentException if a boolean is neither true nor false, or a number is not one in JSON
     */
    public ConditionValue {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        if (type == Type.BOOLEAN && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("a boolean condition value must be true or false, not '" + text + "'");
        }
        if (type == Type.NUMBER && !JsonNumber.isValid(text)) {
            throw new IllegalArgumentException("a numeric condition value must be a JSON number, not '" + text + "'");
        }
    }

    /** A quoted string. */
    public static ConditionValue of(String text) {
        return new ConditionValue(Type.STRING, text);
    }

    /** A JSON boolean. */
    public static ConditionValue of(boolean value) {
        return new ConditionValue(Type.BOOLEAN, Boolean.toString(value));
    }

    /** A JSON integer. */
    public static ConditionValue of(long value) {
        return new ConditionValue(Type.NUMBER, Long.toString(value));
    }
}
