package io.github.secures3.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the CDK's validation wrote about a cloud assembly. It writes nothing when no plugin runs. */
public record ValidationReport(JsonNode root) {

    /**
     * A violation at one construct.
     *
     * @param plugin who found it
     * @param rule its name there
     * @param severity its severity in the CDK's words
     * @param construct the construct path, as the CDK has it
     * @param description what is wrong
     * @param fix what to do about it
     */
    public record Entry(
            String plugin, String rule, String severity, String construct, String description, String fix) {}

    /** Where it lies. */
    public static Path file(Path assembly) {
        return assembly.resolve("validation-report.json");
    }

    /** The report about this assembly. */
    public static ValidationReport of(Path assembly) {
        try {
            return new ValidationReport(
                    new ObjectMapper().readTree(file(assembly).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each plugin that has anything to tell concludes: {@code success} or {@code failure}. */
    public List<String> conclusions() {
        return reports().map(report -> report.path("conclusion").asText()).toList();
    }

    /** The findings, warnings included, each as the CDK words it. */
    public List<String> findings() {
        return reports()
                .flatMap(report -> report.path("violations").valueStream())
                .map(JsonNode::toString)
                .toList();
    }

    /** The findings taken apart, without those that the CDK suppressed. */
    public List<Entry> entries() {
        return entries("violations");
    }

    /** Those that the CDK suppressed. */
    public List<Entry> suppressed() {
        return entries("suppressedViolations");
    }

    private List<Entry> entries(String list) {
        return reports()
                .flatMap(report -> report.path(list).valueStream().flatMap(violation -> entries(report, violation)))
                .toList();
    }

    private static Stream<Entry> entries(JsonNode report, JsonNode violation) {
        return violation
                .path("violatingConstructs")
                .valueStream()
                .map(construct -> new Entry(
                        report.path("pluginName").asText(),
                        violation.path("ruleName").asText(),
                        violation.path("severity").asText(),
                        construct.path("constructPath").asText(),
                        violation.path("description").asText(),
                        violation.path("suggestedFix").asText()));
    }

    private Stream<JsonNode> reports() {
        return root.path("pluginReports").valueStream();
    }
}
