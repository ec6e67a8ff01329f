package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A default of a secure construct that an author did without.
 *
 * @param method the method that switched it off, such as {@code allowWithoutKms}
 * @param reason why, in the author's words
 * @since 0.1
 */
public record OptOut(String method, String reason) {

    /** Checks that nothing is missing. */
    public OptOut {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(reason, "reason");
    }
}
