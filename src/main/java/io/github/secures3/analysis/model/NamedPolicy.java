package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A policy that is written into a role, user or group.
 *
 * @param name its name, unique in the role, user or group
 * @param document what it says
 * @since 0.1
 */
public record NamedPolicy(Value<String> name, Value<LocatedPolicy> document) {

    /** Checks that nothing is missing. */
    public NamedPolicy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(document, "document");
    }
}
