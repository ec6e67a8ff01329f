package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.StatementTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to a scenario as one line of JSON, without line feed.
 *
 * <p>{@code {"name": ..., "decision": "Allowed|ExplicitlyDenied|ImplicitlyDenied|Undecided", "reason": ..., "layers": [{"layer": ...,
 * "decision": ..., "statements": [{"sid": ..., "index": ...}]}]}}. A statement without Sid has an empty one; where a layer has several
 * documents, {@code policy} gives the number of the document. Statements are listed that match, in an undecided layer also those that may. A
 * line that is no scenario is answered {@code {"name": ..., "error": ...}}.
 *
 * @since 0.1
 */
public final class ScenarioAnswerWriter {

    private ScenarioAnswerWriter() {}

    /** The answer to a scenario of this name. */
    public static String write(@Nullable String name, Decision decision) {
        StringBuilder out = new StringBuilder(256);
        open(name, out).append("\"decision\":");
        RequestWriter.string(decision.outcome().text(), out);
        out.append(",\"reason\":");
        RequestWriter.string(decision.reason(), out);
        out.append(",\"layers\":[");
        for (int at = 0; at < decision.layers().size(); at++) {
            layer(decision.layers().get(at), at > 0, out);
        }
        return out.append("]}").toString();
    }

    /** The answer to a line that is no scenario. */
    public static String write(ScenarioException error) {
        StringBuilder out = new StringBuilder(128);
        open(error.name(), out).append("\"error\":");
        RequestWriter.string(String.valueOf(error.getMessage()), out);
        return out.append('}').toString();
    }

    private static StringBuilder open(@Nullable String name, StringBuilder out) {
        out.append('{');
        if (name != null) {
            out.append("\"name\":");
            RequestWriter.string(name, out);
            out.append(',');
        }
        return out;
    }

    private static void layer(LayerDecision layer, boolean follows, StringBuilder out) {
        out.append(follows ? ",{\"layer\":" : "{\"layer\":");
        RequestWriter.string(layer.layer().text(), out);
        out.append(",\"decision\":");
        RequestWriter.string(layer.outcome().text(), out);
        out.append(",\"statements\":[");
        List<StatementTrace> all = layer.statements();
        boolean severalPolicies = false;
        for (StatementTrace statement : all) {
            severalPolicies |= statement.policy() > 0;
        }
        boolean first = true;
        for (StatementTrace statement : all) {
            if (statement.matched().isTrue() || layer.outcome() == Outcome.UNDECIDED) {
                out.append(first ? "{\"sid\":" : ",{\"sid\":");
                first = false;
                String sid = statement.sid();
                RequestWriter.string(sid == null ? "" : sid, out);
                out.append(",\"index\":").append(statement.index());
                if (severalPolicies) {
                    out.append(",\"policy\":").append(statement.policy());
                }
                out.append('}');
            }
        }
        out.append("]}");
    }
}
