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
 * @param reach what it may concern
 * @param content what is written there, as a text to compare
 * @param at where it stands
 * @since 0.1
 */
public record Gap(String stack, String name, String reason, Reach reach, String content, Location at) {

    /** How far what a gap hides may reach. */
    public enum Reach {
        /** It makes resources of its own and leaves those of the templates as they are, as serverless functions do. */
        RESOURCES_OF_ITS_OWN,
        /** It makes resources that may be policies of resources of the templates, as nested stacks do. */
        POLICIES_OF_OTHERS,
        /** It may change any resource of the templates, as macros do. */
        WHOLE_TEMPLATE
    }

    /** Checks that nothing is missing. */
    public Gap {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(at, "at");
    }
}
