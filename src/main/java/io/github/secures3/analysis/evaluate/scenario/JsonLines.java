package io.github.secures3.analysis.evaluate.scenario;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

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

    private static final int CHUNK = 1 << 14;

    private final Reader in;
    private final char[] buffer = new char[CHUNK];
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int end;
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
        text.setLength(0);
        boolean any = false;
        while (fill()) {
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (text.length() <= MAX_LENGTH) {
                text.append(buffer, start, at - start);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        number++;
        int length = text.length();
        return Optional.of(text.substring(0, length > 0 && text.charAt(length - 1) == '\r' ? length - 1 : length));
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }
}
