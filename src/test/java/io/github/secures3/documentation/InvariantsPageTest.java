package io.github.secures3.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.InvariantReader;
import io.github.secures3.analysis.prove.NamedInvariant;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.testing.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What docs/invariants.md shows is what the library reads, and holds for the quickstart. */
class InvariantsPageTest {

    private static final Path FILE = Path.of("docs", "invariants.md");
    private static final Path SCHEMA = Path.of("docs", "schemas", "invariants.schema.json");
    private static final Estate ESTATE =
            EstateReader.read(Path.of("examples/quickstart/expected/Quickstart.template.json"));

    private final Page page = Page.parse(FILE, SourceTree.ofThisBuild().read(FILE));

    @TestFactory
    Stream<DynamicTest> examples_follow_the_schema_and_hold_for_the_quickstart(@TempDir Path directory) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .map(block -> DynamicTest.dynamicTest(block.place(), () -> check(block.text(), directory)));
    }

    @Test
    void the_invariants_of_the_quickstart_follow_the_schema() throws IOException {
        assertThat(schema().validate(
                                Files.readString(Path.of("examples/quickstart/invariants.yaml")), InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void the_schema_refuses_what_the_reader_refuses_for_its_form() throws IOException {
        for (String name : List.of(
                "not-an-object",
                "no-list",
                "empty-list",
                "other-member",
                "neither",
                "both",
                "no-id",
                "bad-id",
                "misspelt-member",
                "misspelt-claim",
                "no-do",
                "empty-who",
                "nested-not",
                "list-as-condition",
                "object-as-value",
                "unknown-name")) {
            String text = Files.readString(
                    Path.of("src/test/resources/io/github/secures3/analysis/prove/invariants/bad", name + ".yaml"));

            assertThat(schema().validate(text, InputFormat.YAML)).as(name).isNotEmpty();
        }
    }

    @Test
    void the_page_and_the_schema_know_every_name_and_parameter() throws IOException {
        String text = SourceTree.ofThisBuild().read(FILE);
        JsonNode named = new ObjectMapper()
                .readTree(Files.readString(SCHEMA))
                .path("$defs")
                .path("named")
                .path("properties");
        List<String> names = Stream.of(named.path("invariant").path("enum"))
                .flatMap(this::texts)
                .toList();

        assertThat(names).containsExactlyElementsOf(NamedInvariant.names());
        for (NamedInvariant invariant : NamedInvariant.values()) {
            String row = text.lines()
                    .filter(line -> line.startsWith("| `" + invariant.text() + "` |"))
                    .findFirst()
                    .orElse("no row for " + invariant.text());
            assertThat(row).contains("https://docs.aws.amazon.com/");
            for (NamedInvariant.Parameter parameter : invariant.parameters()) {
                assertThat(row).contains("`" + parameter.name() + "`");
                assertThat(named.has(parameter.name())).as(parameter.name()).isTrue();
            }
        }
    }

    private Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }

    private static void check(String text, Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("invariants.yaml"), text);
        EstateNames names = EstateNames.of(ESTATE);
        Prover prover = Prover.of(ESTATE, Assumptions.none().withClosedAccount());
        List<Proof> proofs = Proof.of(prover, ESTATE.buckets(), InvariantReader.read(file, names));

        assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
        assertThat(proofs)
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.verdict().isProved())
                        .as(proof.invariant() + " " + proof.verdict())
                        .isTrue());
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }
}
