package io.github.secures3.analysis.prove.pairs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.secures3.analysis.evaluate.scenario.RequestWriter;
import io.github.secures3.analysis.prove.PolicyComparison.Example;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import io.github.secures3.policy.PolicyDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to a comparison as one line of JSON, without line feed.
 *
 * <p>{@code {"name": ..., "verdict": "NoNewAccess|NewAccess|Undecided", "witness": {"request": {...}}, "statements": [{"sid": ..., "index":
 * ...}], "reason": ...}}. The request of the witness is in the form of scenarios; a verdict other than NewAccess has the witness {@code null}
 * and no statements. A statement without Sid has an empty one.
 *
 * @since 0.1
 */
public final class ComparisonAnswerWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private ComparisonAnswerWriter() {}

    /**
     * The answer.
     *
     * @param name the name of the pair, or null
     * @param head the document whose statements the result speaks of
     */
    public static String write(@Nullable String name, Result result, PolicyDocument head) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            if (name != null) {
                out.writeStringField("name", name);
            }
            out.writeStringField("verdict", result.verdict().text());
            witness(result.examples(), out);
            out.writeArrayFieldStart("statements");
            if (!result.examples().isEmpty()) {
                statements(result.examples().get(0), head, out);
            }
            out.writeEndArray();
            out.writeStringField("reason", result.reason());
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void witness(List<Example> examples, JsonGenerator out) throws IOException {
        out.writeFieldName("witness");
        if (examples.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeFieldName("request");
        out.writeRawValue(RequestWriter.write(examples.get(0).request()));
        out.writeEndObject();
    }

    private static void statements(Example example, PolicyDocument head, JsonGenerator out) throws IOException {
        for (int index : example.statements()) {
            String sid = head.statements().get(index).sid();
            out.writeStartObject();
            out.writeStringField("sid", sid == null ? "" : sid);
            out.writeNumberField("index", index);
            out.writeEndObject();
        }
    }
}
