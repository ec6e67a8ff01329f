package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A parameter that was taken at its default, which a deployment may override.
 *
 * @param stack the id of the stack
 * @param parameter the name of the parameter
 * @param value the default, as text
 * @since 0.1
 */
public record Assumption(String stack, String parameter, String value) {

    /** Checks that nothing is missing. */
    public Assumption {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(value, "value");
    }
}
