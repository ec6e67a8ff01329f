package io.github.secures3.policy.json;

/**
 * A text that is no valid policy document, with the place of the fault.
 *
 * <p>The message reads {@code source:line:column: what is wrong}.
 *
 * @since 0.1
 */
public final class PolicySyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final int column;
    private final String problem;

    PolicySyntaxException(String source, Position at, String problem) {
        super(source + ":" + at.line() + ":" + at.column() + ": " + problem);
        this.source = source;
        this.line = at.line();
        this.column = at.column();
        this.problem = problem;
    }

    /** Where the text came from: the file, or the name that the caller gave. */
    public String source() {
        return source;
    }

    /** The line of the fault, from 1. */
    public int line() {
        return line;
    }

    /** The column of the fault in characters, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong, what is allowed and how to put it right, without the place. */
    public String problem() {
        return problem;
    }
}
