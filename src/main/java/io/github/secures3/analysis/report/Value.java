package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template says at one place: a literal, nothing, or something that only a deployment decides.
 *
 * @param name the property it was read from
 * @param node the JSON there, a missing node when there is none
 * @param reason why it is unknown, empty when it is not
 */
record Value(String name, JsonNode node, String reason) {

    static Value of(String name, JsonNode node) {
        if (node.isMissingNode() || Intrinsic.isNoValue(node)) {
            return new Value(name, MissingNode.getInstance(), "");
        }
        Optional<Intrinsic> intrinsic = Intrinsic.find(node);
        if (intrinsic.isPresent()) {
            return dependent(name, node, intrinsic.get().dependsOn());
        }
        // A dynamic reference is filled in by CloudFormation, from Parameter Store or Secrets Manager.
        if (node.isTextual() && node.asText().contains("{{resolve:")) {
            return dependent(name, node, node.asText());
        }
        return new Value(name, node, "");
    }

    private static Value dependent(String name, JsonNode node, String on) {
        return new Value(name, node, "depends on " + Words.printable(on));
    }

    boolean isAbsent() {
        return node.isMissingNode();
    }

    boolean isUnknown() {
        return !reason.isEmpty();
    }

    /** {@code unknown: depends on Stage}. */
    String unknown() {
        return "unknown: " + reason;
    }

    /** The same place, for a reader who wanted something else there. */
    Value misread() {
        return isUnknown() ? this : new Value(name, node, name + (isAbsent() ? " is missing" : " cannot be read"));
    }

    Value get(String child) {
        if (isUnknown() || isAbsent()) {
            return new Value(child, node, reason);
        }
        if (!node.isObject()) {
            return misread();
        }
        JsonNode found = node.path(child);
        // A macro beside the other properties may bring this one in.
        return found.isMissingNode() ? macro(child) : of(child, found);
    }

    private Value macro(String child) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("Fn::")) {
                return dependent(child, node, new Intrinsic(name, node.get(name)).dependsOn());
            }
        }
        return new Value(child, MissingNode.getInstance(), "");
    }

    /** The elements of a list; what is no list counts as its only element. */
    List<Value> items() {
        if (isAbsent()) {
            return List.of();
        }
        if (isUnknown() || !node.isArray()) {
            return List.of(this);
        }
        List<Value> items = new ArrayList<>();
        for (JsonNode item : node) {
            Value value = of(name, item);
            if (!value.isAbsent()) {
                items.add(value);
            }
        }
        return items;
    }

    /** The first element of a list, or nothing. */
    Value first() {
        List<Value> items = items();
        return items.isEmpty() ? new Value(name, MissingNode.getInstance(), "") : items.get(0);
    }

    /** The literal text or number; empty when there is none. */
    Optional<String> text() {
        return isUnknown() || isAbsent() || node.isContainerNode()
                ? Optional.empty()
                : Optional.of(Words.printable(node.asText()));
    }

    /** Whether a Boolean is on; CloudFormation takes {@code true} and {@code "true"}. */
    Protection.State flag() {
        if (isAbsent()) {
            return Protection.State.MISSING;
        }
        return switch (text().orElse("").toLowerCase(Locale.ROOT)) {
            case "true" -> Protection.State.HOLDS;
            case "false" -> Protection.State.MISSING;
            default -> Protection.State.UNKNOWN;
        };
    }
}
