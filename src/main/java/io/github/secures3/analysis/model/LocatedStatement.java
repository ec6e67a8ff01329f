package io.github.secures3.analysis.model;

import io.github.secures3.policy.Statement;
import java.util.Objects;

/**
 * A statement that a policy surely has.
 *
 * @param statement the statement; unknown parts of its strings are markers
 * @param index its place among the statements that the policy has or may have, from 0
 * @param at where it stands
 * @since 0.1
 */
public record LocatedStatement(Statement statement, int index, Location at) {

    /** Checks that nothing is missing. */
    public LocatedStatement {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(at, "at");
    }
}
