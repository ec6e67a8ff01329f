package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsJsonRendererTest {

    private static String json(List<Finding> findings) {
        return FindingsJsonRenderer.render("found", SampleFindings.open(findings), SampleFindings.RULES);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/findings.schema.json")));
    }

    @Test
    void writes_all_that_findings_hold() throws IOException {
        Golden.assertSame("findings/findings.json", json(SampleFindings.all()));
    }

    @Test
    void follows_the_published_schema() throws IOException {
        Schema schema = schema();

        assertThat(schema.validate(json(List.of()), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json(SampleFindings.all()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(json(List.of(SampleFindings.hostile())), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void follows_the_published_schema_with_directions_and_what_a_baseline_accepts() throws IOException {
        EstateDiff diff = SampleFindings.acceptedDiff();
        String json = FindingsJsonRenderer.render("changed", Reported.of(diff), RuleTexts.ofComparisons());

        assertThat(json).contains("\"direction\" : \"weakened\"", "\"expires\" : \"2026-12-31\"");
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void has_a_schema_that_refuses_what_is_no_finding() throws IOException {
        String valid = json(SampleFindings.all());
        Schema schema = schema();

        assertThat(schema.validate(
                        valid.replace("\"severity\" : \"error\"", "\"severity\" : \"fatal\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(valid.replace("\"line\" : 12", "\"line\" : 0"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(valid.replace("\"rule\"", "\"regel\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
