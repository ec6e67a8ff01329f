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

    private final LineParser lines = new LineParser("scenario");

    /**
     * Reads one line.
     *
     * @param text the line, of at most {@link JsonLines#MAX_LENGTH} characters
     * @param line its number, for messages
     * @throws ScenarioException if the line is no scenario, naming the field
     */
    public Scenario read(String text, int line) {
        return lines.read(text, line, fields -> {
                    ScenarioFields scenario = new ScenarioFields(fields);
                    fields.object("", ScenarioFields.ALLOWED, scenario::read);
                    return scenario;
                })
                .build();
    }
}
