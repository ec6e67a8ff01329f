package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A place in a template or policy file.
 *
 * @param file the file as it was given, or found from one that was given
 * @param line the line, from 1
 * @param column the column in characters, from 1
 * @param pointer the JSON pointer, such as {@code /Resources/Data/Properties}; the empty text is the whole document
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">JSON pointer</a>
 * @since 0.1
 */
public record Location(String file, int line, int column, String pointer) {

    /** Checks that nothing is missing. */
    public Location {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
    }

    /** The place as {@code file:line:column}, as editors and compilers write it. */
    public String text() {
        return file + ":" + line + ":" + column;
    }
}
