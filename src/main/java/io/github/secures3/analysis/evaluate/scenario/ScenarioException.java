package io.github.secures3.analysis.evaluate.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A line that is no scenario, with the field at fault.
 *
 * @since 0.1
 */
public final class ScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String field;
    private final @Nullable String name;

    ScenarioException(int line, String field, @Nullable String name, String problem) {
        super("line " + line + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
        this.line = line;
        this.field = field;
        this.name = name;
    }

    /** The number of the line, from 1. */
    public int line() {
        return line;
    }

    /** The field at fault, such as {@code identityPolicies[1]}; empty where the line as a whole is at fault. */
    public String field() {
        return field;
    }

    /** The name of the scenario, or null where it has none or it stands behind the fault. */
    public @Nullable String name() {
        return name;
    }
}
