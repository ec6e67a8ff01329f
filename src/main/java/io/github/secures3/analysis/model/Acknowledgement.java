package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A finding that the author of a template accepts, as the metadata of the resource says.
 *
 * @param rule the id of the rule, ours such as {@code bucket.access-logging} or another tool's such as {@code AwsSolutions-S1}
 * @param reason why, in the author's words; empty where the tool asks for none
 * @since 0.1
 */
public record Acknowledgement(String rule, String reason) {

    /** Checks that nothing is missing. */
    public Acknowledgement {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
    }
}
