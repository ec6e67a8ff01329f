package io.github.secures3.analysis.prove.internal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Why formulas hold under an assignment: variables and values that are enough for it, whatever the others are. */
final class Justification {

    private final Circuit circuit;
    private final IntPredicate assignment;
    private final BitSet known = new BitSet();
    private final BitSet values = new BitSet();

    Justification(Circuit circuit, IntPredicate assignment) {
        this.circuit = circuit;
        this.assignment = assignment;
    }

    /** The variables, by node, with the values that these formulas need; all of them hold under the assignment. */
    Map<Integer, Boolean> of(int... formulas) {
        Map<Integer, Boolean> needed = new TreeMap<>();
        Deque<Integer> waiting = new ArrayDeque<>();
        BitSet seen = new BitSet();
        for (int formula : formulas) {
            waiting.add(formula);
        }
        while (!waiting.isEmpty()) {
            int formula = waiting.remove();
            int node = Circuit.node(formula);
            if (node == 0 || seen.get(node)) {
                continue;
            }
            seen.set(node);
            if (circuit.isVariable(node)) {
                needed.put(node, !Circuit.isNegated(formula));
            } else if (Circuit.isNegated(formula)) {
                waiting.add(Circuit.not(whyNot(node, seen)));
            } else {
                waiting.add(circuit.left(node));
                waiting.add(circuit.right(node));
            }
        }
        return needed;
    }

    /** Whether the formula holds. */
    boolean holds(int formula) {
        return value(Circuit.node(formula)) != Circuit.isNegated(formula);
    }

    /** One part of a conjunction that fails: one that is needed already, else a variable, else the first. */
    private int whyNot(int node, BitSet seen) {
        int left = circuit.left(node);
        int right = circuit.right(node);
        if (holds(left)) {
            return right;
        }
        if (holds(right)) {
            return left;
        }
        boolean leftSeen = seen.get(Circuit.node(left));
        boolean rightSeen = seen.get(Circuit.node(right));
        if (leftSeen != rightSeen) {
            return leftSeen ? left : right;
        }
        return !circuit.isVariable(Circuit.node(left)) && circuit.isVariable(Circuit.node(right)) ? right : left;
    }

    /** The value of a node, worked out from the variables without recursion, for formulas can be deep. */
    private boolean value(int root) {
        Deque<Integer> stack = new ArrayDeque<>();
        stack.push(root);
        while (!stack.isEmpty()) {
            int node = stack.peek();
            if (known.get(node)) {
                stack.pop();
            } else if (node == 0) {
                set(stack.pop(), false);
            } else if (circuit.isVariable(node)) {
                set(stack.pop(), assignment.test(node));
            } else {
                int left = Circuit.node(circuit.left(node));
                int right = Circuit.node(circuit.right(node));
                if (!known.get(left)) {
                    stack.push(left);
                } else if (!known.get(right)) {
                    stack.push(right);
                } else {
                    set(stack.pop(), known(circuit.left(node)) && known(circuit.right(node)));
                }
            }
        }
        return values.get(root);
    }

    private boolean known(int formula) {
        return values.get(Circuit.node(formula)) != Circuit.isNegated(formula);
    }

    private void set(int node, boolean value) {
        known.set(node);
        values.set(node, value);
    }
}
