package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * Something that the estate should know and does not: a nested stack whose template lies elsewhere, a macro, a loop, a module.
 *
 * <p>What a gap hides may be anything, so no claim about the whole estate holds without naming its gaps.
 *
 * @param stack the id of the stack that it is in
 * @param name what it is, such as the logical id
 * @param reason why it cannot be known
 * @param content what is written there, as a text to compare
 * @param at where it stands
 * @since 0.1
 */
public record Gap(String stack, String name, String reason, String content, Location at) {

    /** Checks that nothing is missing. */
    public Gap {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(at, "at");
    }
}
