package io.github.secures3.analysis.prove.internal;

/**
 * How many steps a question may take, counted rather than timed, so that the same question ends the same way on every machine.
 *
 * @since 0.1
 */
public final class Budget {

    private final long limit;
    private long spent;

    /** A budget of this many steps. */
    public Budget(long limit) {
        this.limit = limit;
    }

    /**
     * Takes steps.
     *
     * @throws OutOfBudgetException if too few are left
     */
    void spend(long steps) {
        spent += steps;
        if (spent > limit) {
            throw new OutOfBudgetException("the question is too large: it took more than " + limit + " steps");
        }
    }
}
