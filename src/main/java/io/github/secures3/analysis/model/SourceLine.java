package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The line of an app that makes a resource, as its cloud assembly names it.
 *
 * @param file the file: for Java and its like below the directory of the sources, such as {@code com/example/OrdersStack.java}
 * @param line the line, from 1
 * @since 0.1
 */
public record SourceLine(String file, int line) {

    /** Checks that nothing is missing. */
    public SourceLine {
        Objects.requireNonNull(file, "file");
    }

    /** The place as {@code file:line}. */
    public String text() {
        return file + ":" + line;
    }
}
