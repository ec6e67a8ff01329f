package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pairs of policy documents from JSON lines: {@code {"name": ..., "type": ..., "base": {...}, "head": {...}}}.
 *
 * @since 0.1
 */
public final class PolicyPairReader {

    private static final String ALLOWED = "name, type, base, head";

    private final LineParser lines = new LineParser("pair of policies");
    private final @Nullable PolicyType type;

    /**
     * A reader of pairs.
     *
     * @param type the type of pairs that name none, or null where each has to
     */
    public PolicyPairReader(@Nullable PolicyType type) {
        this.type = type;
    }

    /**
     * Reads one line.
     *
     * @param text the line, of at most {@link JsonLines#MAX_LENGTH} characters
     * @param line its number, for messages
     * @throws ScenarioException if the line is no pair, naming the field
     */
    public PolicyPair read(String text, int line) {
        return lines.read(text, line, fields -> {
            Map<String, PolicyType> named = new HashMap<>();
            Map<String, String> documents = new HashMap<>();
            fields.object("", ALLOWED, field -> {
                switch (field) {
                    case "name" -> fields.name(fields.string(field));
                    case "type" -> named.put(field, type(fields.string(field), fields));
                    case "base", "head" -> documents.put(field, fields.json(field));
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            PolicyType given = named.getOrDefault("type", type);
            if (given == null) {
                throw fields.fault(
                        "type", "the field is missing; choose one of identity, resource, scp, rcp, endpoint");
            }
            return new PolicyPair(
                    fields.name(),
                    given,
                    document("base", given, documents, fields),
                    document("head", given, documents, fields));
        });
    }

    private static PolicyType type(String name, Fields fields) {
        try {
            return PolicyPair.typeNamed(name);
        } catch (IllegalArgumentException e) {
            throw fields.fault("type", String.valueOf(e.getMessage()));
        }
    }

    private static PolicyDocument document(
            String field, PolicyType type, Map<String, String> documents, Fields fields) {
        String json = documents.get(field);
        if (json == null) {
            throw fields.fault(field, "the field is missing; give the policy document");
        }
        return fields.document(field, json, type);
    }
}
