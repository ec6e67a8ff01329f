package io.github.secures3.analysis.evaluate.estate;

/**
 * A request names something that the templates do not have, or that several of their resources answer to.
 *
 * @since 0.1
 */
public final class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked for and what there is. */
    public UnknownNameException(String message) {
        super(message);
    }
}
