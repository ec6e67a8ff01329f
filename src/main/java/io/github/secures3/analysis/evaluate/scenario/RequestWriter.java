package io.github.secures3.analysis.evaluate.scenario;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.policy.catalog.KeySpelling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a request as scenarios have it, without line feed: {@code {"principal": ..., "action": ..., "resource": ..., "context": {...}}}.
 *
 * <p>Context keys are spelled as AWS does and sorted; one value is a string, several are an array.
 *
 * @since 0.1
 */
public final class RequestWriter {

    private RequestWriter() {}

    /** The request. */
    public static String write(AccessRequest request) {
        StringBuilder out = new StringBuilder(256);
        out.append("{\"principal\":");
        string(request.principal().text(), out);
        out.append(",\"action\":");
        string(request.action(), out);
        out.append(",\"resource\":");
        string(request.resource(), out);
        out.append(",\"context\":{");
        boolean first = true;
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(request.context()).entrySet()) {
            out.append(first ? "" : ",");
            first = false;
            string(KeySpelling.of(entry.getKey()), out);
            out.append(':');
            values(entry.getValue(), out);
        }
        return out.append("}}").toString();
    }

    private static void values(List<String> values, StringBuilder out) {
        if (values.size() == 1) {
            string(values.get(0), out);
            return;
        }
        out.append('[');
        for (int at = 0; at < values.size(); at++) {
            out.append(at == 0 ? "" : ",");
            string(values.get(at), out);
        }
        out.append(']');
    }

    static void string(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
