package io.github.secures3.analysis.prove.internal;

/** A search has taken more steps than it may; the question stays undecided. */
public final class OutOfBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Out of budget for this reason. */
    public OutOfBudgetException(String reason) {
        super(reason);
    }
}
