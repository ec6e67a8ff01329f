package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a template.
 *
 * @param id its logical id
 * @param json its JSON: Type, Properties and attributes
 * @param manifestPath its construct path as the cloud assembly's manifest tells it, or null
 */
record Resource(String id, ObjectNode json, @Nullable String manifestPath) {

    String type() {
        return json.path("Type").asText();
    }

    Value properties() {
        return attribute("Properties");
    }

    Value property(String name) {
        return properties().get(name);
    }

    Value attribute(String name) {
        return Value.of(name, json.path(name));
    }

    /** The condition under which it is created. */
    Optional<String> condition() {
        return attribute("Condition").text();
    }

    /** Whether it is there whenever the other one is, as far as the template says. */
    boolean existsWith(Resource other) {
        return condition().isEmpty() || condition().equals(other.condition());
    }

    /** The construct path that CDK wrote down, here or in the manifest. */
    Optional<String> path() {
        return attribute("Metadata")
                .get("aws:cdk:path")
                .text()
                .or(() -> Optional.ofNullable(manifestPath).map(Words::printable));
    }
}
