package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import java.io.IOException;
import java.io.Reader;

/**
 * Answers a stream of scenarios, one line each, in order, in memory bounded by the longest line.
 *
 * @since 0.1
 */
public final class ScenarioRun {

    private static final int CHUNK = 1 << 14;

    private final Reader in;
    private final ScenarioReader reader = new ScenarioReader();
    private final char[] buffer = new char[CHUNK];
    private int at;
    private int end;

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
        StringBuilder text = new StringBuilder();
        while (nextLine(text)) {
            line++;
            try {
                Scenario scenario = reader.read(text.toString(), line);
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

    /** Puts the next line into the text, of an overlong one as much as shows that it is too long; false at the end. */
    private boolean nextLine(StringBuilder text) throws IOException {
        text.setLength(0);
        boolean any = false;
        while (fill()) {
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (text.length() <= ScenarioReader.MAX_LENGTH) {
                text.append(buffer, start, at - start);
            }
            if (at < end) {
                at++;
                break;
            }
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return any;
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
