package io.github.secures3.analysis.evaluate.matching;

import java.util.List;

/**
 * What a request carries under one context key: values, nothing, or nobody knows.
 *
 * @since 0.1
 */
public final class ContextValue {

    /** The request does not carry the key. */
    public static final ContextValue ABSENT = new ContextValue(List.of());
    /** Whether the request carries the key was not said. */
    public static final ContextValue UNKNOWN = new ContextValue(List.of());

    private final List<String> values;

    private ContextValue(List<String> values) {
        this.values = values;
    }

    /** One value. */
    public static ContextValue of(String value) {
        return new ContextValue(List.of(value));
    }

    /** These values; no value at all is the same as an absent key. */
    public static ContextValue of(List<String> values) {
        return values.isEmpty() ? ABSENT : new ContextValue(List.copyOf(values));
    }

    /** Whether the request does not carry the key. */
    public boolean isAbsent() {
        return this == ABSENT;
    }

    /** Whether nobody said. */
    public boolean isUnknown() {
        return this == UNKNOWN;
    }

    /** The values; empty where the key is absent or unknown. */
    public List<String> values() {
        return values;
    }

    @Override
    public String toString() {
        if (isUnknown()) {
            return "UNKNOWN";
        }
        return isAbsent() ? "ABSENT" : values.toString();
    }
}
