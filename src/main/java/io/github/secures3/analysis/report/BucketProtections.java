package io.github.secures3.analysis.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in a template and its protections.
 *
 * @param path its construct path without the parts that CDK adds, or null in a template that names none
 * @param logicalId its logical id
 * @param condition the condition under which it is created, or null
 * @param protections one for each topic, in the order of {@link Protection.Topic}
 * @param denies the Sids of the Deny statements in its policy, in order; a statement without Sid is not among them
 * @param optOuts the defaults it does without, each with its reason, as {@code method: reason}
 * @since 0.1
 */
public record BucketProtections(
        @Nullable String path,
        String logicalId,
        @Nullable String condition,
        List<Protection> protections,
        List<String> denies,
        List<String> optOuts) {

    /** Keeps immutable copies. */
    public BucketProtections {
        Objects.requireNonNull(logicalId, "logicalId");
        protections = List.copyOf(protections);
        denies = List.copyOf(denies);
        optOuts = List.copyOf(optOuts);
    }

    /** How the protection of that topic stands. */
    public Protection protection(Protection.Topic topic) {
        Optional<Protection> found = protections.stream()
                .filter(protection -> protection.topic() == topic)
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(logicalId + " has no " + topic.label()));
    }
}
