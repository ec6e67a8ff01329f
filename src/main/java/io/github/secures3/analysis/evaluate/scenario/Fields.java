package io.github.secures3.analysis.evaluate.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of one line's fields, and says which field is at fault where one is not as it should be. */
final class Fields {

    /** Reads the value of a field that stands at the parser. */
    @FunctionalInterface
    interface FieldReader {

        /** Reads it, or returns false where there is no field of this name. */
        boolean read(String field) throws IOException;
    }

    private final String text;
    private final int line;
    private final JsonParser parser;
    private final PolicyCache policies;
    private @Nullable String name;

    Fields(String text, int line, JsonParser parser, PolicyCache policies) {
        this.text = text;
        this.line = line;
        this.parser = parser;
        this.policies = policies;
    }

    @Nullable
    String name() {
        return name;
    }

    void name(String found) {
        this.name = found;
    }

    ScenarioException fault(String field, String problem) {
        return new ScenarioException(line, field, name, problem);
    }

    /** Reads the fields of the object that starts at the parser, each at most once. */
    void object(String path, String allowed, FieldReader reader) throws IOException {
        expect(path, JsonToken.START_OBJECT, "an object");
        Map<String, Boolean> seen = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            String full = path.isEmpty() ? field : path + "." + field;
            if (seen.put(field, true) != null) {
                throw fault(full, "the field stands twice; leave one out");
            }
            if (!reader.read(field)) {
                throw fault(full, "no such field; allowed are " + allowed);
            }
        }
    }

    String string(String field) throws IOException {
        expect(field, JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    boolean bool(String field) {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw fault(field, "takes true or false, not " + shown());
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    List<String> strings(String field) throws IOException {
        expect(field, JsonToken.START_ARRAY, "an array of strings");
        List<String> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(string(field + "[" + all.size() + "]"));
        }
        return all;
    }

    /** A map from names to texts; booleans and numbers count as their text, and a value may be a list where lists are allowed. */
    Map<String, List<String>> texts(String field, boolean lists) throws IOException {
        expect(field, JsonToken.START_OBJECT, "an object");
        Map<String, List<String>> all = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String full = field + "." + key;
            parser.nextToken();
            List<String> values = new ArrayList<>();
            if (lists && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(scalar(full));
                }
            } else {
                values.add(scalar(full));
            }
            if (all.put(key, values) != null) {
                throw fault(full, "the key stands twice; leave one out");
            }
        }
        return all;
    }

    /** A policy, or empty where an empty object stands for none. */
    Optional<AttachedPolicy> policy(String field, PolicyType type) throws IOException {
        String json = json(field);
        return json.substring(1, json.length() - 1).isBlank()
                ? Optional.empty()
                : Optional.of(policy(field, json, type));
    }

    /** The text of the policy that stands at the parser. */
    String json(String field) throws IOException {
        expect(field, JsonToken.START_OBJECT, "a policy document");
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    /** The policy that a text holds. */
    AttachedPolicy policy(String field, String json, PolicyType type) {
        try {
            return policies.get(json, type);
        } catch (PolicySyntaxException e) {
            throw fault(field, "character " + e.column() + " of the policy: " + e.problem());
        }
    }

    List<AttachedPolicy> policies(String field, PolicyType type) throws IOException {
        expect(field, JsonToken.START_ARRAY, "an array of policy documents");
        List<AttachedPolicy> all = new ArrayList<>();
        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            policy(field + "[" + at + "]", type).ifPresent(all::add);
        }
        return all;
    }

    /** Policies by level, root first; levels that hold nothing but empty objects do not count. */
    List<List<AttachedPolicy>> levels(String field, PolicyType type) throws IOException {
        expect(field, JsonToken.START_ARRAY, "an array of levels, each an array of policy documents");
        List<List<AttachedPolicy>> all = new ArrayList<>();
        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            String level = field + "[" + at + "]";
            boolean empty = emptyArrayAhead(level);
            List<AttachedPolicy> found = policies(level, type);
            if (empty || !found.isEmpty()) {
                all.add(found);
            }
        }
        return all;
    }

    private boolean emptyArrayAhead(String field) {
        expect(field, JsonToken.START_ARRAY, "an array of policy documents");
        int at = skipWhitespace((int) parser.currentLocation().getCharOffset());
        return at < text.length() && text.charAt(at) == ']';
    }

    private int skipWhitespace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private String scalar(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw fault(field, "takes a string, a number or a boolean, not " + shown());
        }
        return parser.getText();
    }

    private void expect(String field, JsonToken wanted, String what) {
        if (parser.currentToken() != wanted) {
            throw fault(field, "takes " + what + ", not " + shown());
        }
    }

    private String shown() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "the end of the line";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "this";
        };
    }
}
