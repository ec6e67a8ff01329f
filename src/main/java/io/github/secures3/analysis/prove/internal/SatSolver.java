package io.github.secures3.analysis.prove.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/** Finds assignments of variables under which formulas hold, with sat4j; formulas enter as clauses, node by node, when first asked about. */
final class SatSolver {

    private static final int MOST_CONFLICTS = 50_000;
    private static final String WORK = "inspects";

    private final Circuit circuit;
    private final Budget budget;
    private final ISolver solver = SolverFactory.newMiniLearningHeap();
    private final BitSet entered = new BitSet();
    private final BitSet assignment = new BitSet();
    private boolean contradictory;
    private long lookedAt;

    SatSolver(Circuit circuit, Budget budget) {
        this.circuit = circuit;
        this.budget = budget;
        // Conflicts rather than seconds, so that slow machines get the same answers.
        solver.setTimeoutOnConflicts(MOST_CONFLICTS);
    }

    /** Whether all these formulas can hold at once; {@link #value} then tells how. */
    boolean isSatisfiable(int... formulas) {
        VecInt assumptions = new VecInt();
        for (int formula : formulas) {
            if (formula == Circuit.FALSE) {
                return false;
            }
            if (formula != Circuit.TRUE) {
                enter(Circuit.node(formula));
                assumptions.push(literal(formula));
            }
        }
        try {
            assignment.clear();
            if (contradictory) {
                return false;
            }
            boolean found = solver.isSatisfiable(assumptions);
            spend();
            if (!found) {
                return false;
            }
            for (int value : solver.model()) {
                if (value > 0) {
                    assignment.set(value);
                }
            }
            return true;
        } catch (TimeoutException e) {
            throw new OutOfBudgetException(
                    "the question is too large: it took more than " + MOST_CONFLICTS + " conflicts");
        }
    }

    /** Takes from the budget what the solver looked at since it was last asked. */
    private void spend() {
        Number looked = solver.getStat().get(WORK);
        long all = looked == null ? 0 : looked.longValue();
        budget.spend(all < lookedAt ? all : all - lookedAt);
        lookedAt = all;
    }

    /** What a variable is in the assignment found last; a variable that no formula holds is false. */
    boolean value(int node) {
        return assignment.get(node);
    }

    /** Adds for good that one of these formulas holds. */
    void add(int... formulas) {
        VecInt clause = new VecInt();
        for (int formula : formulas) {
            enter(Circuit.node(formula));
            clause.push(literal(formula));
        }
        addClause(clause);
    }

    /** Adds for good that this formula holds: each of its conjuncts as a clause of its own. */
    void require(int formula) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(formula));
        BitSet seen = new BitSet();
        while (!waiting.isEmpty()) {
            int conjunct = waiting.remove();
            int node = Circuit.node(conjunct);
            if (conjunct == Circuit.FALSE) {
                contradictory = true;
            } else if (conjunct != Circuit.TRUE && !seen.get(conjunct)) {
                seen.set(conjunct);
                if (circuit.isVariable(node)) {
                    add(conjunct);
                } else if (Circuit.isNegated(conjunct)) {
                    add(Circuit.not(circuit.left(node)), Circuit.not(circuit.right(node)));
                } else {
                    waiting.add(circuit.left(node));
                    waiting.add(circuit.right(node));
                }
            }
        }
    }

    private void enter(int root) {
        int[] stack = new int[64];
        int depth = 0;
        stack[depth++] = root;
        while (depth > 0) {
            int node = stack[--depth];
            if (node == 0 || entered.get(node)) {
                continue;
            }
            entered.set(node);
            if (circuit.isVariable(node)) {
                // A clause that always holds makes the variable known to the solver.
                addClause(new VecInt(new int[] {node, -node}));
                continue;
            }
            int one = circuit.left(node);
            int other = circuit.right(node);
            addClause(new VecInt(new int[] {-node, literal(one)}));
            addClause(new VecInt(new int[] {-node, literal(other)}));
            addClause(new VecInt(new int[] {node, -literal(one), -literal(other)}));
            if (depth + 2 > stack.length) {
                stack = Arrays.copyOf(stack, stack.length * 2);
            }
            stack[depth++] = Circuit.node(one);
            stack[depth++] = Circuit.node(other);
        }
    }

    private void addClause(VecInt clause) {
        try {
            solver.addClause(clause);
        } catch (ContradictionException e) {
            contradictory = true;
        }
    }

    private static int literal(int formula) {
        return Circuit.isNegated(formula) ? -Circuit.node(formula) : Circuit.node(formula);
    }
}
