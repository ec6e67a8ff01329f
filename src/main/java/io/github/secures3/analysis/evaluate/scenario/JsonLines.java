package io.github.secures3.analysis.evaluate.scenario;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream one by one, in memory bounded by the longest that is read.
 *
 * <p>Of an overlong line as much is kept as shows that it is too long.
 *
 * @since 0.1
 */
public final class JsonLines {

    /** The longest line that is read, in characters: 4 Mi. */
    public static final int MAX_LENGTH = 1 << 22;

    private static final int CHUNK = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[CHUNK];
    private String chunk = "";
    private int at;
    private int number;

    private JsonLines(Reader in) {
        this.in = in;
    }

    /** The lines that the reader has left. */
    public static JsonLines of(Reader in) {
        return new JsonLines(in);
    }

    /** The number of the line that was read last, from 1. */
    public int number() {
        return number;
    }

    /**
     * The next line without its ending; empty at the end of the stream.
     *
     * @throws IOException if reading fails
     */
    public Optional<String> next() throws IOException {
        String line = nextLine();
        if (line == null) {
            return Optional.empty();
        }
        number++;
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    private @Nullable String nextLine() throws IOException {
        String line = null;
        boolean whole = false;
        while (!whole && fill()) {
            int lineFeed = chunk.indexOf('\n', at);
            whole = lineFeed >= 0;
            String piece = chunk.substring(at, whole ? lineFeed : chunk.length());
            at += piece.length() + 1;
            if (line == null) {
                line = piece;
            } else if (line.length() <= MAX_LENGTH) {
                line = line.concat(piece);
            }
        }
        return line;
    }

    private boolean fill() throws IOException {
        if (at >= chunk.length()) {
            int read = in.read(buffer);
            chunk = read < 0 ? "" : new String(buffer, 0, read);
            at = 0;
        }
        return !chunk.isEmpty();
    }
}
