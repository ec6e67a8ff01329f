package io.github.secures3.analysis.evaluate.scenario;

/**
 * Reads scenarios from JSON lines.
 *
 * <p>Every field but {@code request} may be left out or null, and an empty object stands for no policy. Documents that stand in several lines are
 * prepared once, so keep one reader for a file; it serves one thread at a time.
 *
 * @since 0.1
 */
public final class ScenarioReader {

    /** The longest line that is read, in characters: 4 Mi. */
    public static final int MAX_LENGTH = 1 << 22;

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
        LineScanner scanner = new LineScanner(text);
        Fields fields = new Fields(line, scanner, policies);
        try {
            return read(fields, scanner);
        } catch (BrokenLineException e) {
            throw fields.fault("", "not JSON at character " + e.at() + ": " + e.getMessage());
        }
    }

    private static Scenario read(Fields fields, LineScanner scanner) {
        if (scanner.isAtEnd()) {
            throw fields.fault("", "the line is empty; write one scenario as a JSON object");
        }
        ScenarioFields scenario = new ScenarioFields(fields);
        fields.object("", ScenarioFields.ALLOWED, scenario::read);
        if (!scanner.isAtEnd()) {
            throw fields.fault("", "something follows the object; write one scenario a line");
        }
        return scenario.build();
    }
}
