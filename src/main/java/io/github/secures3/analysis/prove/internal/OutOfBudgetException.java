package io.github.secures3.analysis.prove.internal;

/**
 * A search has taken more steps than it may; the question stays undecided.
 *
 * @since 0.1
 */
public final class OutOfBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Out of budget for this reason. */
    public OutOfBudgetException(String reason) {
        super(reason);
    }
}
