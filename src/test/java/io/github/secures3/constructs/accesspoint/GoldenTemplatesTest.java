package io.github.secures3.constructs.accesspoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.secures3.testing.RecommendedFlags;
import io.github.secures3.testing.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;

/** Whole templates as they were reviewed; {@code -Dgolden.update=true} rewrites them. */
class GoldenTemplatesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/accesspoint");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<String> cases() {
        return AccessPointCases.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void are_the_templates_that_were_reviewed(String name) throws IOException {
        Map<String, String> actual = templates(name, Map.of());
        Path directory = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(directory);
            for (String stale : files(directory).keySet()) {
                Files.delete(directory.resolve(stale));
            }
            for (Map.Entry<String, String> template : actual.entrySet()) {
                Files.writeString(directory.resolve(template.getKey()), template.getValue(), UTF_8);
            }
        }
        assertThat(actual).isNotEmpty().isEqualTo(files(directory));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void are_the_same_when_made_again(String name) throws IOException {
        assertThat(templates(name, Map.of())).isEqualTo(templates(name, Map.of()));
    }

    /** https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html */
    @ParameterizedTest
    @MethodSource("cases")
    void are_the_same_under_all_recommended_flags(String name) throws IOException {
        Map<String, Object> flags = new HashMap<>(RecommendedFlags.read());
        // How stacks refer to each other is the app's choice and says nothing of a point.
        flags.remove("@aws-cdk/core:defaultCrossStackReferences");

        assertThat(templates(name, flags)).isEqualTo(templates(name, Map.of()));
    }

    /** A point under another logical id is deleted and made anew, with another alias. */
    @Test
    void logical_ids_stay() throws IOException {
        assertThat(logicalIds("stacks"))
                .containsExactly("AccessPointAlpha", "AccessPointBeta", "AccessPointDelta", "AccessPointGamma");
        assertThat(logicalIds("nested-stacks")).isEqualTo(logicalIds("stacks"));
        assertThat(logicalIds("one-stack"))
                .containsExactly("PointsAccessPointTeamBlueZ2D71BBC13", "PointsAccessPointTeamRed55C081D5");
        assertThat(logicalIds("application")).containsExactly("OrdersA9B65338");
    }

    @Test
    void no_directory_lacks_a_case() throws IOException {
        try (Stream<Path> directories = Files.list(GOLDEN)) {
            assertThat(directories.map(directory -> directory.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(AccessPointCases.names());
        }
    }

    private static List<String> logicalIds(String name) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String template : templates(name, Map.of()).values()) {
            JSON.readTree(template).path("Resources").properties().forEach(resource -> {
                if (resource.getValue().path("Type").asText().equals("AWS::S3::AccessPoint")) {
                    ids.add(resource.getKey());
                }
            });
        }
        return ids.stream().sorted().toList();
    }

    private static Map<String, String> templates(String name, Map<String, ?> context) throws IOException {
        App app = Synthesized.app(context);
        AccessPointCases.make(name, app);
        Map<String, String> indented = new TreeMap<>();
        for (Map.Entry<String, String> template : Synthesized.of(app).texts().entrySet()) {
            JsonNode root = JSON.readTree(template.getValue());
            indented.put(template.getKey(), JSON.writeValueAsString(root) + "\n");
        }
        return indented;
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    texts.put(file.getFileName().toString(), Files.readString(file, UTF_8));
                }
            }
        }
        return texts;
    }
}
