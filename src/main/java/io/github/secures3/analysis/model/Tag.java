package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A tag of a resource.
 *
 * @param key its key
 * @param value its value
 * @since 0.1
 */
public record Tag(Value<String> key, Value<String> value) {

    /** Checks that nothing is missing. */
    public Tag {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
