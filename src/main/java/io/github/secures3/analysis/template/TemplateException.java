package io.github.secures3.analysis.template;

/**
 * Input that is no template, cloud assembly or other file that was asked for, or that goes beyond what is read, with the place of the fault.
 *
 * <p>The message reads {@code file:line:column: what is wrong}, or {@code file: what is wrong} where the file as a whole is at fault.
 *
 * @since 0.1
 */
public final class TemplateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String problem;

    TemplateException(String file, int line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem);
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** A file that cannot be read at all, so that no place in it is at fault. */
    TemplateException(String file, String problem) {
        super(file + ": " + problem);
        this.file = file;
        this.line = 1;
        this.column = 1;
        this.problem = problem;
    }

    TemplateException(Place place, String problem) {
        this(place.file(), place.line(), place.column(), problem);
    }

    /** The file that is at fault. */
    public String file() {
        return file;
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
