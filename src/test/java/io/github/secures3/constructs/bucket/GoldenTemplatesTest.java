package io.github.secures3.constructs.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole templates as they were reviewed; {@code -Dgolden.update=true} rewrites them. */
class GoldenTemplatesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/bucket");

    /** A physical bucket or key belongs to its logical id: under another id CloudFormation makes a new, empty one. */
    private static final Map<String, String> STATEFUL = Map.of(
            "DataBucketE6B0FAA8", "AWS::S3::Bucket",
            "DataKey5F086070", "AWS::KMS::Key",
            "SecureS3AccessLogsBucketF182CD12", "AWS::S3::Bucket");

    @ParameterizedTest
    @MethodSource("cases")
    void is_the_template_that_was_reviewed(String name) throws IOException {
        String actual = template(name).text() + "\n";
        Path golden = GOLDEN.resolve(name + ".template.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual, UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(golden, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_the_same_text_when_made_again(String name) {
        assertThat(template(name).text()).isEqualTo(template(name).text());
    }

    @Test
    void keeps_the_logical_ids_of_what_holds_data() {
        Map<String, String> actual = new TreeMap<>();
        JsonNode resources = template("default").root().path("Resources");
        resources.fieldNames().forEachRemaining(id -> {
            String type = resources.path(id).path("Type").asText();
            if (STATEFUL.containsValue(type)) {
                actual.put(id, type);
            }
        });

        assertThat(actual)
                .as("a changed logical id replaces the bucket or key: its data is lost to the stack")
                .isEqualTo(new TreeMap<>(STATEFUL));
    }

    @Test
    void has_no_golden_template_without_a_case() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".template.json", "")))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(BucketCases.names()));
        }
    }

    static Stream<String> cases() {
        return BucketCases.names().stream();
    }

    private static SynthesizedTemplate template(String name) {
        return Synthesized.storage(stack -> BucketCases.make(name, stack));
    }
}
