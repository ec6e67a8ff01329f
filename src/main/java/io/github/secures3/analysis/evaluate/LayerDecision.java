package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.List;

/**
 * What one layer came to, taken by itself.
 *
 * @since 0.1
 */
public final class LayerDecision {

    private final Layer layer;
    private final Outcome outcome;
    private final Truth deciding;
    private final boolean silent;
    private final LayerMatch match;

    private LayerDecision(Layer layer, Outcome outcome, Truth deciding, boolean silent, LayerMatch match) {
        this.layer = layer;
        this.outcome = outcome;
        this.deciding = deciding;
        this.silent = silent;
        this.match = match;
    }

    static LayerDecision of(Layer layer, Truth allowed, Truth denied, LayerMatch match) {
        Outcome outcome = Outcome.ALLOWED;
        if (denied.isTrue()) {
            outcome = Outcome.EXPLICITLY_DENIED;
        } else if (denied.isUnknown() || allowed.isUnknown()) {
            outcome = Outcome.UNDECIDED;
        } else if (allowed.isFalse()) {
            outcome = Outcome.IMPLICITLY_DENIED;
        }
        return new LayerDecision(layer, outcome, denied.isUnknown() ? denied : allowed, allowed.isFalse(), match);
    }

    /** The layer. */
    public Layer layer() {
        return layer;
    }

    /** What it came to: for guardrails, whether it lets the request pass. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether it does not allow for certain, even where it is open whether it denies. */
    boolean isSilent() {
        return silent && outcome != Outcome.EXPLICITLY_DENIED;
    }

    /** What an undecided answer depends on; empty otherwise. */
    public List<String> unknowns() {
        return outcome == Outcome.UNDECIDED ? deciding.reasons() : List.of();
    }

    /** The statements that matched, and those that may, in their order. */
    public List<StatementTrace> statements() {
        return List.copyOf(match.statements());
    }

    /** The statements that nearly matched, each with the first part that failed, in their order. */
    public List<NearMiss> nearMisses() {
        return match.nearMisses();
    }
}
