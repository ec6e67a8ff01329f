package io.github.secures3.policy.json;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** A place in a text; both numbers start at 1. */
record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    static Position of(@Nullable JsonLocation location) {
        return location == null
                ? START
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
