package io.github.secures3.analysis.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a request, with the way that led to it.
 *
 * @since 0.1
 */
public final class Decision {

    private final Outcome outcome;
    private final String reason;
    private final List<String> unknowns;
    private final List<LayerDecision> layers;

    Decision(Outcome outcome, String reason, List<String> unknowns, List<LayerDecision> layers) {
        this.outcome = outcome;
        this.reason = reason;
        this.unknowns = List.copyOf(unknowns);
        this.layers = List.copyOf(layers);
    }

    /** The answer. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the request is allowed for certain. */
    public boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    /** Why, in one sentence without a full stop. */
    public String reason() {
        return reason;
    }

    /** What an undecided answer depends on, such as {@code the context key aws:SourceVpce is not given}; empty otherwise. */
    public List<String> unknowns() {
        return unknowns;
    }

    /** The layers that took part, in the order of {@link Layer}. */
    public List<LayerDecision> layers() {
        return layers;
    }

    /** What this layer came to, or empty where it took no part. */
    public Optional<LayerDecision> layer(Layer which) {
        return layers.stream().filter(layer -> layer.layer() == which).findFirst();
    }

    @Override
    public String toString() {
        return outcome.text() + ": " + reason;
    }
}
