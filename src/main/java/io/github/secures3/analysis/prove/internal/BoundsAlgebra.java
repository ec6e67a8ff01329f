package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.BooleanAlgebra;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The connectives over {@link Bounds}: Kleene's logic with formulas for truth values, so that the evaluator's own rule can be proved about. */
final class BoundsAlgebra implements BooleanAlgebra<Bounds> {

    private final Circuit circuit;
    private final Map<Fact, Bounds> between = new HashMap<>();
    private final Map<String, Bounds> facts = new HashMap<>();
    private final Map<Integer, String> causes = new LinkedHashMap<>();
    private int constraints = Circuit.TRUE;

    /**
     * Something that holds between two bounds.
     *
     * @param name what it is
     * @param must where it surely holds
     * @param may where it may hold
     */
    private record Fact(String name, int must, int may) {}

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

    /** Something that holds or not for a reason that nobody knows, independent of all else. */
    Bounds unknown(String reason) {
        int variable = circuit.variable();
        causes.put(Circuit.node(variable), reason);
        return new Bounds(Circuit.FALSE, Circuit.TRUE, variable);
    }

    /** Something that holds or not for a reason that nobody knows, but always alike where the same fact is asked for. */
    Bounds unknown(String fact, String reason) {
        return facts.computeIfAbsent(fact, asked -> unknown(reason));
    }

    /**
     * Something that holds at least where the one formula does, and at most where the other does.
     *
     * @param fact what it is; where it is asked for again with the same bounds, it holds alike
     */
    Bounds between(String fact, int must, int may, String reason) {
        if (must == may) {
            return Bounds.exact(must);
        }
        if (must == Circuit.FALSE && may == Circuit.TRUE) {
            return unknown(fact, reason);
        }
        return between.computeIfAbsent(new Fact(fact, must, may), asked -> {
            int variable = circuit.variable();
            causes.put(Circuit.node(variable), reason);
            constraints = circuit.all(constraints, circuit.implies(must, variable), circuit.implies(variable, may));
            return new Bounds(must, may, variable);
        });
    }

    /** The answer of the evaluator to a question about something that does not vary; equal questions have equal answers. */
    Bounds of(String fact, Truth truth) {
        return truth.isUnknown() ? unknown(fact, String.join("; ", truth.reasons())) : Bounds.of(truth.isTrue());
    }

    /** Why something is not known, by the node of the variable that stands for it. */
    Map<Integer, String> causes() {
        return causes;
    }

    /** What ties the variables for unknown things to what is known about them. */
    int constraints() {
        return constraints;
    }
}
