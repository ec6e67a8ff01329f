package io.github.secures3.policy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One line of a condition block: an operator, a key and the values to compare with.
 *
 * @param operator the operator
 * @param key the condition key as written; AWS ignores its case
 * @param values the values: joined by OR, or by NOR under a negated operator
 * @since 0.1
 */
public record Condition(ConditionOperator operator, String key, List<ConditionValue> values) {

    /** Copies the values. */
    public Condition {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(key, "key");
        values = List.copyOf(values);
    }

    /** A condition over text values. */
    public static Condition of(ConditionOperator operator, String key, String... values) {
        return new Condition(
                operator, key, Stream.of(values).map(ConditionValue::of).toList());
    }

    /** A condition over text values with a plain operator. */
    public static Condition of(Comparison comparison, String key, String... values) {
        return of(ConditionOperator.of(comparison), key, values);
    }

    /** A condition over text values with a plain operator. */
    public static Condition of(Comparison comparison, String key, List<String> values) {
        return of(ConditionOperator.of(comparison), key, values);
    }

    /** A condition over text values. */
    public static Condition of(ConditionOperator operator, String key, List<String> values) {
        return new Condition(
                operator, key, values.stream().map(ConditionValue::of).toList());
    }

    /** {@code Bool}, written as a JSON boolean. */
    public static Condition bool(String key, boolean value) {
        return new Condition(ConditionOperator.of(Comparison.BOOL), key, List.of(ConditionValue.of(value)));
    }

    /** {@code BoolIfExists}, written as a JSON boolean. */
    public static Condition boolIfExists(String key, boolean value) {
        return new Condition(ConditionOperator.ifExists(Comparison.BOOL), key, List.of(ConditionValue.of(value)));
    }

    /** {@code Null: true}: the request does not carry the key. */
    public static Condition absent(String key) {
        return new Condition(ConditionOperator.of(Comparison.NULL), key, List.of(ConditionValue.of(true)));
    }

    /** {@code Null: false}: the request carries the key. */
    public static Condition present(String key) {
        return new Condition(ConditionOperator.of(Comparison.NULL), key, List.of(ConditionValue.of(false)));
    }
}
