package io.github.secures3.analysis.evaluate.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads scenarios from JSON lines.
 *
 * <p>Every field but {@code request} may be left out, and an empty object stands for no policy. Documents that stand in several lines are
 * prepared once, so keep one reader for a file; it serves one thread at a time.
 *
 * @since 0.1
 */
public final class ScenarioReader {

    /** The longest line that is read, in characters: 4 Mi. */
    public static final int MAX_LENGTH = 1 << 22;

    private static final int MOST_NESTING = 64;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .maxStringLength(MAX_LENGTH)
                    .build())
            .build();
    private final PolicyCache policies = new PolicyCache();

    /**
     * Reads one line.
     *
     * @param text the line
     * @param line its number, for messages
     * @throws ScenarioException if the line is no scenario, naming the field
     */
    public Scenario read(String text, int line) {
        if (text.length() > MAX_LENGTH) {
            throw new ScenarioException(
                    line,
                    "",
                    null,
                    "the line has " + text.length() + " characters; at most " + MAX_LENGTH + " are read");
        }
        try (JsonParser parser = json.createParser(text)) {
            Fields fields = new Fields(text, line, parser, policies);
            try {
                return read(fields, parser);
            } catch (JsonProcessingException e) {
                throw fields.fault(
                        "", "not JSON at character " + e.getLocation().getCharOffset() + ": " + firstLine(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Fields fields, JsonParser parser) throws IOException {
        ScenarioFields scenario = new ScenarioFields(fields);
        if (parser.nextToken() == null) {
            throw fields.fault("", "the line is empty; write one scenario as a JSON object");
        }
        fields.object("", ScenarioFields.ALLOWED, scenario::read);
        if (parser.nextToken() != null) {
            throw fields.fault("", "something follows the object; write one scenario a line");
        }
        return scenario.build();
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
