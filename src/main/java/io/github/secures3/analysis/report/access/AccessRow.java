package io.github.secures3.analysis.report.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one caller can do with a bucket by one way.
 *
 * @param caller who
 * @param way the way, such as {@code directly} or {@code through access point Reports}
 * @param reach what, by capability; one that is missing makes no sense by this way
 * @since 0.1
 */
public record AccessRow(Caller caller, String way, Map<Capability, Reach> reach) {

    /** The way without anything between. */
    public static final String DIRECTLY = "directly";

    /** Copies the map. */
    public AccessRow {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(way, "way");
        EnumMap<Capability, Reach> copy = new EnumMap<>(Capability.class);
        copy.putAll(reach);
        reach = Collections.unmodifiableMap(copy);
    }

    /** Whether anything is surely allowed. */
    public boolean reaches() {
        return reach.values().stream().anyMatch(Reach::isAllowed);
    }

    /** Whether nothing is surely allowed, and something cannot be decided. */
    public boolean isUndecided() {
        return !reaches() && reach.values().stream().anyMatch(Reach::isUndecided);
    }
}
