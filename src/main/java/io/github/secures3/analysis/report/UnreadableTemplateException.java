package io.github.secures3.analysis.report;

import java.nio.file.Path;

/**
 * A template or cloud assembly that cannot be read: missing, not JSON, too large, too deep, or no template at all.
 *
 * <p>The message names the file, what was wrong and how to fix it; it is meant to be shown to a user as it is.
 *
 * @since 0.1
 */
public final class UnreadableTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    UnreadableTemplateException(Path file, String problem) {
        super(Words.printable(file.toString()) + ": " + problem);
        this.file = file;
    }

    /** The file or directory that cannot be read. */
    public Path file() {
        return file;
    }
}
