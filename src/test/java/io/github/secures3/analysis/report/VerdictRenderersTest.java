package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.prove.Proof;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts of every kind on one bucket, in every form. */
class VerdictRenderersTest {

    private static final Estate ESTATE = EstateReader.read(Path.of("src/test/resources/cli/estate.yaml"));
    private static final Prover PROVER = Prover.of(ESTATE, Assumptions.none().withClosedAccount());
    private static final Bucket DATA = ESTATE.buckets().get(0);
    private static final List<Proof> PROOFS = Proof.of(
            PROVER,
            DATA,
            List.of(
                    Invariants.noPlainHttp(),
                    Invariants.noTlsBelow("1.2"),
                    Invariants.onlyReadBy("reports/", List.of("arn:aws:iam::*:role/Reader"))));

    @Test
    void text_tells_the_verdicts_then_the_requests_and_the_reasons() throws IOException {
        Golden.assertSame("verdicts/verdicts.txt", VerdictTextRenderer.render(PROOFS, PROVER.assumptions()));
    }

    @Test
    void markdown_puts_what_is_refuted_first_and_folds_the_requests() throws IOException {
        Golden.assertSame("verdicts/verdicts.md", VerdictMarkdownRenderer.render(PROOFS, PROVER.assumptions()));
    }

    @Test
    void json_follows_the_published_schema() throws IOException {
        String json = VerdictJsonRenderer.render(PROOFS, PROVER.assumptions());

        Golden.assertSame("verdicts/verdicts.json", json);
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(VerdictJsonRenderer.render(List.of(), List.of()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate(json.replace("\"counterexamples\"", "\"examples\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(json.replace("\"Allowed\"", "\"Undecided\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void what_templates_and_files_bring_in_steers_nothing() {
        Invariant hostile = Invariant.never("x", "\u001b[31mred\n<script> @everyone | `", facts -> List.of());
        List<Proof> proofs =
                List.of(new Proof(DATA, hostile, new Verdict.Undecided(List.of("\u001b[2J\n<img src=x> #1"))));

        assertThat(VerdictTextRenderer.render(proofs, List.of())).doesNotContain("\u001b");
        assertThat(VerdictMarkdownRenderer.render(proofs, List.of()))
                .doesNotContain("\u001b", "<script>", "<img", "@everyone");
    }

    @Test
    void a_comment_stays_below_what_github_takes() {
        Invariant invariant = Invariant.never("x", "y".repeat(2_000), facts -> List.of());
        Proof undecided = new Proof(DATA, invariant, new Verdict.Undecided(List.of("z".repeat(3_000))));

        String comment = VerdictMarkdownRenderer.render(Collections.nCopies(400, undecided), List.of());

        assertThat(comment.length()).isLessThan(65_536);
        assertThat(comment).contains("Cut here").endsWith("\n");
    }

    @Test
    void without_proofs_there_is_nothing_to_prove() {
        assertThat(VerdictTextRenderer.render(List.of(), List.of()))
                .isEqualTo("nothing to prove: no bucket that an invariant is about\n");
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/proofs.schema.json")));
    }
}
