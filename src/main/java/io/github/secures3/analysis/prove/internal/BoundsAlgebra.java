package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.BooleanAlgebra;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The connectives over {@link Bounds}: Kleene's logic with formulas for truth values, so that the evaluator's own rule can be proved about. */
final class BoundsAlgebra implements BooleanAlgebra<Bounds> {

    private final Circuit circuit;
    private final Map<Object, Bounds> facts = new HashMap<>();
    private final Map<Integer, Cause> causes = new LinkedHashMap<>();
    private int constraints = Circuit.TRUE;

    /**
     * Why something is not known.
     *
     * @param reason why, in words
     * @param must where it surely holds all the same
     * @param may where it may hold
     */
    record Cause(String reason, int must, int may) {}

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
    public Bounds unknown(String reason) {
        return unknown(reason, reason);
    }

    @Override
    public Bounds and(Bounds one, Bounds other) {
        return new Bounds(
                circuit.and(one.must(), other.must()),
                circuit.and(one.may(), other.may()),
                circuit.and(one.world(), other.world()));
    }

    @Override
    public Bounds or(Bounds one, Bounds other) {
        return new Bounds(
                circuit.or(one.must(), other.must()),
                circuit.or(one.may(), other.may()),
                circuit.or(one.world(), other.world()));
    }

    @Override
    public Bounds not(Bounds one) {
        return new Bounds(Circuit.not(one.may()), Circuit.not(one.must()), Circuit.not(one.world()));
    }

    /**
     * Something that holds or not for a reason that nobody knows, but always alike where the same fact is asked for.
     *
     * @param fact what makes it this fact and no other
     * @param reason why it is not known, in words
     */
    Bounds unknown(Object fact, String reason) {
        return facts.computeIfAbsent(fact, asked -> {
            int variable = circuit.variable();
            causes.put(Circuit.node(variable), new Cause(reason, Circuit.FALSE, Circuit.TRUE));
            return new Bounds(Circuit.FALSE, Circuit.TRUE, variable);
        });
    }

    /**
     * Something that holds at least where the one formula does, and at most where the other does.
     *
     * @param fact what makes it this fact and no other, beside the two formulas
     * @param reason why it is not known, in words
     */
    Bounds between(int must, int may, Object fact, String reason) {
        if (must == may) {
            return Bounds.exact(must);
        }
        return facts.computeIfAbsent(List.of(must, may, fact), asked -> {
            int variable = circuit.variable();
            causes.put(Circuit.node(variable), new Cause(reason, must, may));
            constraints = circuit.all(constraints, circuit.implies(must, variable), circuit.implies(variable, may));
            return new Bounds(must, may, variable);
        });
    }

    /** The answer of the evaluator to a question about something that does not vary; equal questions have equal answers. */
    Bounds of(Object fact, Truth truth) {
        return truth.isUnknown() ? unknown(fact, String.join("; ", truth.reasons())) : Bounds.of(truth.isTrue());
    }

    /** Why something is not known, by the node of the variable that stands for it. */
    Map<Integer, Cause> causes() {
        return causes;
    }

    /** What ties the variables for unknown things to what is known about them. */
    int constraints() {
        return constraints;
    }
}
