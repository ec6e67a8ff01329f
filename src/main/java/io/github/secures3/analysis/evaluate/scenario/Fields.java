package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of one line's fields, and says which field is at fault where one is not as it should be. */
final class Fields {

    /** Reads the value of a field that the scanner stands at. */
    @FunctionalInterface
    interface FieldReader {

        /** Reads it, or returns false where there is no field of this name. */
        boolean read(String field);
    }

    private final int line;
    private final LineScanner scanner;
    private final PolicyCache policies;
    private @Nullable String name;

    Fields(int line, LineScanner scanner, PolicyCache policies) {
        this.line = line;
        this.scanner = scanner;
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

    /** Reads the fields of the object that starts here, each at most once; null leaves a field out. */
    void object(String path, String allowed, FieldReader reader) {
        open(path, '{', "an object");
        Set<String> seen = new HashSet<>();
        for (String field = scanner.nextName(); field != null; field = scanner.nextName()) {
            String full = path.isEmpty() ? field : path + "." + field;
            if (!seen.add(field)) {
                throw fault(full, "the field stands twice; leave one out");
            }
            if (!isLeftOut(field, allowed) && !reader.read(field)) {
                throw fault(full, "no such field; allowed are " + allowed);
            }
        }
    }

    /** Whether null stands here, which is passed, under a field that there is. */
    private boolean isLeftOut(String field, String allowed) {
        return scanner.peek() == 'n'
                && List.of(allowed.split(", ")).contains(field)
                && scanner.scalar().equals("null");
    }

    String string(String field) {
        expect(field, '"', "a string");
        return scanner.string();
    }

    boolean bool(String field) {
        char next = scanner.peek();
        if (next != 't' && next != 'f') {
            throw fault(field, "takes true or false, not " + shown());
        }
        return scanner.scalar().equals("true");
    }

    List<String> strings(String field) {
        open(field, '[', "an array of strings");
        List<String> all = new ArrayList<>();
        while (scanner.nextElement()) {
            all.add(string(field + "[" + all.size() + "]"));
        }
        return all;
    }

    /** A map from names to texts; booleans and numbers count as their text, and a value may be a list where lists are allowed. */
    Map<String, List<String>> texts(String field, boolean lists) {
        open(field, '{', "an object");
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String key = scanner.nextName(); key != null; key = scanner.nextName()) {
            String full = field + "." + key;
            List<String> values = lists && scanner.peek() == '[' ? scalars(full) : List.of(scalar(full));
            if (all.put(key, values) != null) {
                throw fault(full, "the key stands twice; leave one out");
            }
        }
        return all;
    }

    /** A policy, or empty where an empty object stands for none. */
    Optional<AttachedPolicy> policy(String field, PolicyType type) {
        expect(field, '{', "a policy document");
        try {
            return policies.read(scanner, type);
        } catch (PolicySyntaxException e) {
            throw fault(field, "character " + e.column() + " of the policy: " + e.problem());
        }
    }

    /** The text of the object that stands here. */
    String json(String field) {
        expect(field, '{', "a policy document");
        return scanner.object();
    }

    /** The policy that a text holds. */
    PolicyDocument document(String field, String json, PolicyType type) {
        try {
            return PolicyReader.read(json, type);
        } catch (PolicySyntaxException e) {
            throw fault(field, "character " + e.column() + " of the policy: " + e.problem());
        }
    }

    List<AttachedPolicy> policies(String field, PolicyType type) {
        List<AttachedPolicy> all = new ArrayList<>();
        open(field, '[', "an array of policy documents");
        for (int at = 0; scanner.nextElement(); at++) {
            policy(field + "[" + at + "]", type).ifPresent(all::add);
        }
        return all;
    }

    /** Policies by level, root first; levels that hold nothing but empty objects do not count. */
    List<List<AttachedPolicy>> levels(String field, PolicyType type) {
        List<List<AttachedPolicy>> all = new ArrayList<>();
        open(field, '[', "an array of levels, each an array of policy documents");
        for (int at = 0; scanner.nextElement(); at++) {
            String level = field + "[" + at + "]";
            open(level, '[', "an array of policy documents");
            List<AttachedPolicy> found = new ArrayList<>();
            int documents = 0;
            while (scanner.nextElement()) {
                policy(level + "[" + documents++ + "]", type).ifPresent(found::add);
            }
            if (documents == 0 || !found.isEmpty()) {
                all.add(found);
            }
        }
        return all;
    }

    private List<String> scalars(String field) {
        scanner.open();
        List<String> values = new ArrayList<>();
        while (scanner.nextElement()) {
            values.add(scalar(field));
        }
        return values;
    }

    private String scalar(String field) {
        char next = scanner.peek();
        if (next == '{' || next == '[' || next == 'n' || next == LineScanner.END) {
            throw fault(field, "takes a string, a number or a boolean, not " + shown());
        }
        return scanner.scalar();
    }

    private void open(String field, char bracket, String what) {
        expect(field, bracket, what);
        scanner.open();
    }

    private void expect(String field, char wanted, String what) {
        if (scanner.peek() != wanted) {
            throw fault(field, "takes " + what + ", not " + shown());
        }
    }

    /** What stands here instead of what should. */
    private String shown() {
        char next = scanner.peek();
        return switch (next) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "a string";
            case LineScanner.END -> "the end of the line";
            default -> shownWord();
        };
    }

    private String shownWord() {
        return switch (scanner.scalar()) {
            case "true", "false" -> "a boolean";
            case "null" -> "null";
            default -> "a number";
        };
    }
}
