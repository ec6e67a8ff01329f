package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the layers said while a decision is made. */
final class LayerTraces {

    private final Map<Layer, Entry> entries = new EnumMap<>(Layer.class);

    /**
     * What one layer said.
     *
     * @param allowed whether it allows
     * @param denied whether it denies
     * @param match the statements
     */
    private record Entry(Truth allowed, Truth denied, LayerMatch match) {}

    /** Notes a look of a layer; a further look at the same call adds its denials and statements. */
    void add(Layer layer, Truth allowed, Truth denied, LayerMatch match) {
        Entry before = entries.get(layer);
        entries.put(
                layer,
                before == null
                        ? new Entry(allowed, denied, match)
                        : new Entry(
                                before.allowed(),
                                before.denied().or(denied),
                                before.match().withTracesOf(match)));
    }

    /** Replaces the answer of a layer by one that takes more into account. */
    void conclude(Layer layer, Truth allowed, Truth denied) {
        Entry before = entries.get(layer);
        if (before != null) {
            entries.put(layer, new Entry(allowed, denied, before.match()));
        }
    }

    /** The answers in the order of the layers. */
    List<LayerDecision> decisions() {
        List<LayerDecision> decisions = new ArrayList<>(entries.size());
        entries.forEach((layer, entry) ->
                decisions.add(LayerDecision.of(layer, entry.allowed(), entry.denied(), entry.match())));
        return decisions;
    }
}
