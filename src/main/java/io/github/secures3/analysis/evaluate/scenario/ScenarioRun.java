package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Answers a stream of scenarios, one line each, in order, in memory bounded by the longest line.
 *
 * @since 0.1
 */
public final class ScenarioRun {

    private static final int CHUNK = 1 << 16;

    private final Reader in;
    private final ScenarioReader reader = new ScenarioReader();
    private final char[] buffer = new char[CHUNK];
    private String chunk = "";
    private int at;

    /**
     * What came of a stream.
     *
     * @param scenarios how many lines were answered
     * @param undecided how many of them are undecided
     * @param errors how many of them are no scenarios
     */
    public record Summary(int scenarios, int undecided, int errors) {}

    private ScenarioRun(Reader in) {
        this.in = in;
    }

    /**
     * Reads scenarios to the end and writes an answer for each.
     *
     * @throws IOException if reading or writing fails
     */
    public static Summary answer(Reader in, Appendable out) throws IOException {
        return new ScenarioRun(in).run(out);
    }

    private Summary run(Appendable out) throws IOException {
        int line = 0;
        int undecided = 0;
        int errors = 0;
        for (String text = nextLine(); text != null; text = nextLine()) {
            line++;
            try {
                Scenario scenario = reader.read(text, line);
                Decision decision = scenario.decide();
                undecided += decision.outcome() == Outcome.UNDECIDED ? 1 : 0;
                out.append(ScenarioAnswerWriter.write(scenario.name(), decision));
            } catch (ScenarioException e) {
                errors++;
                out.append(ScenarioAnswerWriter.write(e));
            }
            out.append('\n');
        }
        return new Summary(line, undecided, errors);
    }

    /** The next line, of an overlong one as much as shows that it is too long; null at the end. */
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
            } else if (line.length() <= ScenarioReader.MAX_LENGTH) {
                line = line.concat(piece);
            }
        }
        return line != null && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
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
