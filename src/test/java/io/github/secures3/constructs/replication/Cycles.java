package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether resources of a template wait for each other, which CloudFormation finds out at deployment only. */
final class Cycles {

    private Cycles() {}

    static void none(SynthesizedTemplate template) {
        Map<String, Set<String>> waitsFor = new HashMap<>();
        template.root().path("Resources").properties().forEach(resource -> {
            Set<String> named = new HashSet<>();
            references(resource.getValue(), named);
            JsonNode dependsOn = resource.getValue().path("DependsOn");
            if (dependsOn.isTextual()) {
                named.add(dependsOn.asText());
            }
            dependsOn.forEach(id -> named.add(id.asText()));
            waitsFor.put(resource.getKey(), named);
        });
        boolean shrinks = true;
        while (shrinks) {
            List<String> free = new ArrayList<>();
            waitsFor.forEach((id, named) -> {
                named.retainAll(waitsFor.keySet());
                if (named.isEmpty()) {
                    free.add(id);
                }
            });
            shrinks = waitsFor.keySet().removeAll(free);
        }
        assertThat(waitsFor).as("resources that wait for each other").isEmpty();
    }

    private static void references(JsonNode node, Set<String> named) {
        if (node.has("Ref")) {
            named.add(node.path("Ref").asText());
        }
        if (node.has("Fn::GetAtt")) {
            named.add(node.path("Fn::GetAtt").path(0).asText());
        }
        node.forEach(child -> references(child, named));
    }
}
