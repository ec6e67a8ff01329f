package io.github.secures3.analysis.model;

import io.github.secures3.policy.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a policy has or may have, and that cannot be told.
 *
 * @param candidate the statement that stands there if the condition in the reason says so, or null where nothing is known about it
 * @param index its place among the statements that the policy has or may have, from 0
 * @param reason what it depends on, or what is wrong with it
 * @param at where it stands
 * @since 0.1
 */
public record UnknownStatement(@Nullable Statement candidate, int index, String reason, Location at) {

    /** Checks that nothing is missing. */
    public UnknownStatement {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
