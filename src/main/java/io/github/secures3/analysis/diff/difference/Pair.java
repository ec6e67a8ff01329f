package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.Objects;

/**
 * A resource in both versions.
 *
 * @param base the older one
 * @param head the newer one
 * @param <T> the kind of resource
 * @since 0.1
 */
public record Pair<T extends Resource>(T base, T head) {

    /** Checks that nothing is missing. */
    public Pair {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(head, "head");
    }

    /** Whether a property is written alike on both sides, so that nothing in it can have changed. */
    public boolean hasSame(String property) {
        Value<String> older = base.element().property(property);
        return older.asText().equals(head.element().property(property).asText());
    }

    /** Whether all properties are alike on both sides. */
    public boolean hasSameProperties() {
        Element older = base.element();
        Element newer = head.element();
        return older.properties().keySet().equals(newer.properties().keySet())
                && older.properties().keySet().stream().allMatch(this::hasSame);
    }
}
