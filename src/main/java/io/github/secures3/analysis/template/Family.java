package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Resource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Registers how resource types are read. */
interface Family extends BiConsumer<String, Function<Source, Resource>> {

    /** A family that adds to the map. */
    static Family into(Map<String, Function<Source, Resource>> readers) {
        return readers::put;
    }
}
