package io.github.secures3.analysis.prove;

import org.jspecify.annotations.Nullable;

/**
 * A named invariant with a name that there is not, or with parameters that do not make one.
 *
 * @since 0.1
 */
public final class InvariantException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String parameter;

    InvariantException(@Nullable String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter at fault; null where the invariant as a whole is. */
    public @Nullable String parameter() {
        return parameter;
    }
}
