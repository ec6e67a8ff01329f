package io.github.secures3.analysis.evaluate.scenario;

import java.util.function.Function;

/** Reads lines that are one JSON object each. */
final class LineParser {

    private final PolicyCache policies = new PolicyCache();
    private final String what;

    /** A parser of lines that messages call so. */
    LineParser(String what) {
        this.what = what;
    }

    /**
     * What the body makes of the line.
     *
     * @throws ScenarioException if the line is no JSON object, or the body finds a fault
     */
    <T> T read(String text, int line, Function<Fields, T> body) {
        if (text.length() > JsonLines.MAX_LENGTH) {
            throw new ScenarioException(
                    line,
                    "",
                    null,
                    "the line has " + text.length() + " characters; at most " + JsonLines.MAX_LENGTH + " are read");
        }
        LineScanner scanner = new LineScanner(text);
        Fields fields = new Fields(line, scanner, policies);
        try {
            if (scanner.isAtEnd()) {
                throw fields.fault("", "the line is empty; write one " + what + " as a JSON object");
            }
            T value = body.apply(fields);
            if (!scanner.isAtEnd()) {
                throw fields.fault("", "something follows the object; write one " + what + " a line");
            }
            return value;
        } catch (BrokenLineException e) {
            throw fields.fault("", "not JSON at character " + e.at() + ": " + e.getMessage());
        }
    }
}
