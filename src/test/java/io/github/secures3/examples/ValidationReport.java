package io.github.secures3.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the CDK's validation wrote about a cloud assembly. It writes nothing when it does not run. */
record ValidationReport(JsonNode root) {

    static Path file(Path assembly) {
        return assembly.resolve("validation-report.json");
    }

    static ValidationReport of(Path assembly) {
        try {
            return new ValidationReport(
                    new ObjectMapper().readTree(file(assembly).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings, warnings included, each as the CDK words it. */
    List<String> findings() {
        return elements(root.path("pluginReports"))
                .flatMap(report -> elements(report.path("violations")))
                .map(JsonNode::toString)
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
