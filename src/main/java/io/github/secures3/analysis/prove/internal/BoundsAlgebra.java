package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.BooleanAlgebra;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.LinkedHashMap;
import java.util.Map;

/** The connectives over {@link Bounds}: Kleene's logic with formulas for truth values, so that the evaluator's own rule can be proved about. */
final class BoundsAlgebra implements BooleanAlgebra<Bounds> {

    private final Circuit circuit;
    private final Map<String, Integer> causes = new LinkedHashMap<>();

    BoundsAlgebra(Circuit circuit) {
        this.circuit = circuit;
    }

    Circuit circuit() {
        return circuit;
    }

    @Override
    public Bounds constant(boolean value) {
        return Bounds.of(value);
    }

    @Override
    public Bounds and(Bounds one, Bounds other) {
        return new Bounds(circuit.and(one.must(), other.must()), circuit.and(one.may(), other.may()));
    }

    @Override
    public Bounds or(Bounds one, Bounds other) {
        return new Bounds(circuit.or(one.must(), other.must()), circuit.or(one.may(), other.may()));
    }

    @Override
    public Bounds not(Bounds one) {
        return new Bounds(Circuit.not(one.may()), Circuit.not(one.must()));
    }

    /** Something that holds or not for a reason that nobody knows: it may, and the variable says whether an answer leans on that. */
    Bounds unknown(String reason) {
        return new Bounds(Circuit.FALSE, causes.computeIfAbsent(reason, key -> circuit.variable()));
    }

    /** The answer of the evaluator about something that does not vary. */
    Bounds of(Truth truth) {
        if (truth.isUnknown()) {
            return unknown(String.join("; ", truth.reasons()));
        }
        return Bounds.of(truth.isTrue());
    }

    /** Why something is unknown, each with the variable that stands for it. */
    Map<String, Integer> causes() {
        return causes;
    }
}
