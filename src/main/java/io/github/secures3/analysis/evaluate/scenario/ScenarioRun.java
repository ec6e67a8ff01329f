package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Answers a stream of scenarios, one line each, in order, in memory bounded by the longest line.
 *
 * @since 0.1
 */
public final class ScenarioRun {

    /**
     * What came of a stream.
     *
     * @param scenarios how many lines were answered
     * @param undecided how many of them are undecided
     * @param errors how many of them are no scenarios
     */
    public record Summary(int scenarios, int undecided, int errors) {}

    private ScenarioRun() {}

    /**
     * Reads scenarios to the end and writes an answer for each.
     *
     * @throws IOException if reading or writing fails
     */
    public static Summary answer(Reader in, Appendable out) throws IOException {
        ScenarioReader reader = new ScenarioReader();
        JsonLines lines = JsonLines.of(in);
        int undecided = 0;
        int errors = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                Scenario scenario = reader.read(line.get(), lines.number());
                Decision decision = scenario.decide();
                undecided += decision.outcome() == Outcome.UNDECIDED ? 1 : 0;
                out.append(ScenarioAnswerWriter.write(scenario.name(), decision));
            } catch (ScenarioException e) {
                errors++;
                out.append(ScenarioAnswerWriter.write(e));
            }
            out.append('\n');
        }
        return new Summary(lines.number(), undecided, errors);
    }
}
