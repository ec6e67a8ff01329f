package io.github.secures3.constructs.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.DefaultStackSynthesizerProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/** The template of one stack, {@code Org}, with its organization policies as documents. */
record GuardrailTemplate(String text, JsonNode root) {

    static GuardrailTemplate of(Consumer<Stack> content) {
        return of(Map.of(), content);
    }

    /** Under these feature flags. */
    static GuardrailTemplate of(Map<String, ?> context, Consumer<Stack> content) {
        try {
            Path directory = Files.createTempDirectory("guardrails");
            App app = new App(AppProps.builder()
                    .outdir(directory.toString())
                    .treeMetadata(false)
                    .analyticsReporting(false)
                    .context(new TreeMap<>(context))
                    .build());
            Stack stack = stack(app);
            content.accept(stack);
            app.synth();
            String text = Files.readString(directory.resolve("Org.template.json"));
            return new GuardrailTemplate(text, new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stack stack(App app) {
        return new Stack(
                app,
                "Org",
                StackProps.builder()
                        .synthesizer(new DefaultStackSynthesizer(DefaultStackSynthesizerProps.builder()
                                .generateBootstrapVersionRule(false)
                                .build()))
                        .build());
    }

    /** The resources of a type by logical id, in the order of the template. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        root.path("Resources").properties().forEach(entry -> {
            if (entry.getValue().path("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue());
            }
        });
        return found;
    }

    /** The organization policies of a type, in the order of the template. */
    List<JsonNode> policies(OrganizationPolicyType type) {
        return resources("AWS::Organizations::Policy").values().stream()
                .filter(policy -> policy.at("/Properties/Type").asText().equals(type.name()))
                .toList();
    }

    /** The documents of a type, each read by the grammar of the type. */
    List<PolicyDocument> documents(OrganizationPolicyType type) {
        PolicyType grammar = type == OrganizationPolicyType.RESOURCE_CONTROL_POLICY
                ? PolicyType.RESOURCE_CONTROL
                : PolicyType.SERVICE_CONTROL;
        List<PolicyDocument> documents = new ArrayList<>();
        for (JsonNode policy : policies(type)) {
            documents.add(PolicyReader.read(policy.at("/Properties/Content").toString(), grammar));
        }
        return documents;
    }
}
