package io.github.secures3.analysis.prove.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** A request that a search has found, attribute by attribute. */
final class Model {

    private final Map<String, List<String>> values;
    private final Justification assignment;
    private final Set<Integer> needed;

    Model(Map<String, List<String>> values, IntPredicate variables, Circuit circuit, Set<Integer> needed) {
        this.values = Map.copyOf(values);
        this.needed = Set.copyOf(needed);
        this.assignment = new Justification(circuit, variables);
    }

    /** The value of an attribute that has one at most. */
    Optional<String> value(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /** The values of an attribute; none where the request lacks it. */
    List<String> values(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** Whether the formulas need the variable of this node to be as it is. */
    boolean needs(int node) {
        return needed.contains(node);
    }

    /** Whether the solver had the formula hold. */
    boolean holds(int formula) {
        return assignment.holds(formula);
    }
}
