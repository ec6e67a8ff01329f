package io.github.secures3.analysis.prove.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Boolean formulas as a graph in which equal parts are one node.
 *
 * <p>A formula is a number: twice its node, plus one where it is negated. A node is a variable or the conjunction of two formulas.
 */
final class Circuit {

    /** The formula that never holds. */
    static final int FALSE = 0;
    /** The formula that always holds. */
    static final int TRUE = 1;

    private static final int VARIABLE = -1;

    private int[] left = new int[256];
    private int[] right = new int[256];
    private int size = 1;
    private final Map<Long, Integer> known = new HashMap<>();

    /** A new variable. */
    int variable() {
        return add(VARIABLE, VARIABLE);
    }

    static int not(int formula) {
        return formula ^ 1;
    }

    int and(int one, int other) {
        if (one == FALSE || other == FALSE || one == not(other)) {
            return FALSE;
        }
        if (one == TRUE || one == other) {
            return other;
        }
        if (other == TRUE) {
            return one;
        }
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        return known.computeIfAbsent((long) low << 32 | high, key -> add(low, high));
    }

    int or(int one, int other) {
        return not(and(not(one), not(other)));
    }

    /** All of them hold. */
    int all(int... formulas) {
        return Arrays.stream(formulas).reduce(TRUE, this::and);
    }

    /** At least one of them holds. */
    int any(int... formulas) {
        return Arrays.stream(formulas).reduce(FALSE, this::or);
    }

    /** The second holds wherever the first does. */
    int implies(int one, int other) {
        return or(not(one), other);
    }

    /** Both hold or neither does. */
    int same(int one, int other) {
        return and(implies(one, other), implies(other, one));
    }

    /** The number of nodes; node 0 is the constant. */
    int size() {
        return size;
    }

    static int node(int formula) {
        return formula >> 1;
    }

    static boolean isNegated(int formula) {
        return (formula & 1) == 1;
    }

    boolean isVariable(int node) {
        return node > 0 && left[node] == VARIABLE;
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    private int add(int one, int other) {
        if (size == left.length) {
            left = Arrays.copyOf(left, size * 2);
            right = Arrays.copyOf(right, size * 2);
        }
        left[size] = one;
        right[size] = other;
        return 2 * size++;
    }
}
