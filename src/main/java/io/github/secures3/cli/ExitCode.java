package io.github.secures3.cli;

/** What the process says when it ends. */
final class ExitCode {

    /** Nothing found, or the answer is positive. */
    static final int CLEAN = 0;
    /** A finding at or above the threshold, a refuted invariant, or a request that is not allowed where {@code --expect} asked. */
    static final int FOUND = 1;
    /** Bad usage or unreadable input. */
    static final int UNUSABLE = 2;
    /** Undecided where a decision was required. */
    static final int UNDECIDED = 3;

    private ExitCode() {}
}
