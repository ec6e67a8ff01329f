package io.github.secures3.analysis.rules;

import java.util.Comparator;
import java.util.Objects;

/**
 * A requirement of a catalog of controls.
 *
 * @param framework the catalog
 * @param id the id within it, such as {@code S3.9}
 * @since 0.1
 */
public record Control(Framework framework, String id) implements Comparable<Control> {

    private static final Comparator<Control> ORDER =
            Comparator.comparing(Control::framework).thenComparing(Control::id);

    /** Checks that nothing is missing. */
    public Control {
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(Control other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return framework.text() + " " + id;
    }
}
