package io.github.secures3.analysis.evaluate.scenario;

/** A line is no JSON from some character on. */
final class BrokenLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int at;

    BrokenLineException(int at, String problem) {
        super(problem);
        this.at = at;
    }

    /** The character, counted from 0. */
    int at() {
        return at;
    }
}
