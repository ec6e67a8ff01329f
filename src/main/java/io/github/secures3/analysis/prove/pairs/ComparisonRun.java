package io.github.secures3.analysis.prove.pairs;

import io.github.secures3.analysis.evaluate.scenario.JsonLines;
import io.github.secures3.analysis.evaluate.scenario.PolicyPair;
import io.github.secures3.analysis.evaluate.scenario.PolicyPairReader;
import io.github.secures3.analysis.evaluate.scenario.ScenarioAnswerWriter;
import io.github.secures3.analysis.evaluate.scenario.ScenarioException;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Answers a stream of pairs, one line each, in order, in memory bounded by the longest line.
 *
 * @since 0.1
 */
public final class ComparisonRun {

    /**
     * What came of a stream.
     *
     * @param pairs how many lines were answered
     * @param errors how many of them are no pairs
     */
    public record Summary(int pairs, int errors) {}

    private ComparisonRun() {}

    /**
     * Reads pairs to the end and writes an answer for each.
     *
     * @param pairs reads a line
     * @param steps how many steps each question may take before it stays undecided
     * @throws IOException if reading or writing fails
     */
    public static Summary answer(Reader in, Appendable out, PolicyPairReader pairs, long steps) throws IOException {
        JsonLines lines = JsonLines.of(in);
        int errors = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                PolicyPair pair = pairs.read(line.get(), lines.number());
                Result result = PolicyComparison.compare(pair.type(), pair.base(), pair.head(), steps);
                out.append(ComparisonAnswerWriter.write(pair.name(), result, pair.head()));
            } catch (ScenarioException e) {
                errors++;
                out.append(ScenarioAnswerWriter.write(e));
            }
            out.append('\n');
        }
        return new Summary(lines.number(), errors);
    }
}
