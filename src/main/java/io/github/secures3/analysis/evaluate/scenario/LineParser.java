package io.github.secures3.analysis.evaluate.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads lines that are one JSON object each. */
final class LineParser {

    private static final int MOST_NESTING = 64;

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .maxStringLength(JsonLines.MAX_LENGTH)
                    .build())
            .build();
    private final PolicyCache policies = new PolicyCache();
    private final String what;

    /** A parser of lines that messages call so. */
    LineParser(String what) {
        this.what = what;
    }

    /** Makes something of the fields of a line. */
    interface Body<T> {

        /** Reads the object at the fields. */
        T read(Fields fields) throws IOException;
    }

    /**
     * What the body makes of the line.
     *
     * @throws ScenarioException if the line is no JSON object, or the body finds a fault
     */
    <T> T read(String text, int line, Body<T> body) {
        if (text.length() > JsonLines.MAX_LENGTH) {
            throw new ScenarioException(
                    line,
                    "",
                    null,
                    "the line has " + text.length() + " characters; at most " + JsonLines.MAX_LENGTH + " are read");
        }
        try (JsonParser parser = json.createParser(text)) {
            Fields fields = new Fields(text, line, parser, policies);
            try {
                if (parser.nextToken() == null) {
                    throw fields.fault("", "the line is empty; write one " + what + " as a JSON object");
                }
                T value = body.read(fields);
                if (parser.nextToken() != null) {
                    throw fields.fault("", "something follows the object; write one " + what + " a line");
                }
                return value;
            } catch (JsonProcessingException e) {
                JsonLocation at = e.getLocation();
                String place = at == null ? "" : " at character " + at.getCharOffset();
                throw fields.fault("", "not JSON" + place + ": " + firstLine(e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
