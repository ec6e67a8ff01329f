package io.github.secures3.examples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.testing.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example stands alone, agrees with the build of the library, and synthesizes the templates that lie beside it. */
class ExamplesTest {

    private static final String LIBRARY = "io.github.secures3:secure-s3-constructs";

    static List<Example> examples() {
        return Example.all();
    }

    @Test
    void the_examples_are_found() {
        assertThat(examples()).extracting(Example::name).contains("quickstart");
    }

    /** The one that is no project has tests of its own. */
    @Test
    void every_folder_but_the_review_job_is_a_project() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(examples().stream().map(Example::name), Stream.of("pull-request-review"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void one_class_has_a_main_and_is_called_an_app(Example example) {
        assertThat(example.mainClasses()).singleElement().asString().endsWith("App");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void main_synthesizes_the_expected_templates(Example example, @TempDir Path classes, @TempDir Path output)
            throws IOException {
        CompiledExample.Run run = example.compile(classes).run(output, false);

        assertThat(run.exitCode()).as(run.text()).isZero();
        Map<String, String> actual = Example.templates(output);
        assertThat(actual).isNotEmpty();
        if (Boolean.getBoolean("golden.update")) {
            update(example.expected(), actual);
        }
        Map<String, String> expected = Example.templates(example.expected());
        assertThat(actual).containsOnlyKeys(expected.keySet());
        assertThat(actual).allSatisfy((name, template) -> assertThat(template).isEqualTo(expected.get(name)));
        assertThat(ValidationReport.of(output).findings())
                .as("what the rules of this library find at synthesis")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_app_holds_itself_against_the_rules_of_this_library(Example example) {
        assertThat(example.source(example.app())).containsPattern("addPlugins\\((new )?SecureS3Validation");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_pom_agrees_with_the_build_of_the_library(Example example) throws IOException {
        Pom root = new Pom(Files.readString(Path.of("pom.xml")));
        Pom pom = new Pom(example.read("pom.xml"));

        assertThat(pom.dependencies()).containsKey(LIBRARY);
        assertThat(root.coordinates())
                .isEqualTo(LIBRARY + ":" + pom.dependencies().get(LIBRARY));
        assertThat(without(LIBRARY, pom.dependencies()))
                .isNotEmpty()
                .allSatisfy((name, version) -> assertThat(root.dependencies()).containsEntry(name, version));
        assertThat(pom.plugins())
                .isNotEmpty()
                .allSatisfy((name, version) -> assertThat(root.plugins()).containsEntry(name, version));
        assertThat(pom.text("properties/maven.compiler.release"))
                .isEqualTo(root.text("properties/maven.compiler.release"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_pom_runs_the_app(Example example) {
        Pom pom = new Pom(example.read("pom.xml"));

        assertThat(pom.text("build/plugins/plugin[artifactId='exec-maven-plugin']/configuration/mainClass"))
                .isEqualTo(example.app());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_cdk_command_line_runs_the_same_app_and_takes_findings_as_errors(Example example) throws IOException {
        JsonNode settings = new ObjectMapper().readTree(example.read("cdk.json"));

        assertThat(settings.path("app").textValue()).isEqualTo("mvn -q compile exec:java");
        assertThat(settings.path("context")
                        .path("@aws-cdk/core:validateAgainstDefaultRules")
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_readme_tells_what_it_shows_and_how_to_run_it(Example example) {
        assertThat(example.read("README.md")).startsWith("# ").contains("mvn -q compile exec:java");
    }

    private static Map<String, String> without(String key, Map<String, String> map) {
        return map.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void update(Path directory, Map<String, String> templates) throws IOException {
        for (String stale : Example.templates(directory).keySet()) {
            Files.delete(directory.resolve(stale));
        }
        for (Map.Entry<String, String> template : templates.entrySet()) {
            Path file = directory.resolve(template.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, template.getValue() + "\n");
        }
    }
}
