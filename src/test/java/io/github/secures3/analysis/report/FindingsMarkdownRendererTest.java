package io.github.secures3.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsMarkdownRendererTest {

    private static String comment(List<Finding> findings) {
        return FindingsMarkdownRenderer.render(
                "check", Tally.of(findings).words(), SampleFindings.open(findings), SampleFindings.RULES);
    }

    @Test
    void writes_verdict_table_and_folded_details() throws IOException {
        Golden.assertSame("findings/comment.md", comment(SampleFindings.all()));
    }

    @Test
    void says_in_one_line_that_nothing_was_found() {
        assertThat(comment(List.of())).isEqualTo("<!-- secure-s3 check -->\n### secure-s3 check: nothing found\n");
    }

    @Test
    void starts_with_the_mark_by_which_a_job_finds_its_comment() {
        assertThat(comment(SampleFindings.all())).startsWith(FindingsMarkdownRenderer.mark("check") + "\n");
    }

    @Test
    void keeps_texts_of_templates_from_becoming_markup_links_or_mentions() throws IOException {
        String comment = comment(List.of(SampleFindings.hostile()));

        Golden.assertSame("findings/hostile.md", comment);
        assertThat(comment).doesNotContain("\u001b", "\u202e");
        assertThat(withoutCode(comment))
                .doesNotContain("<script", "@everyone", "://evil", "www.evil", "#1", ":tada:")
                .doesNotContainPattern("(?<!\\\\)(\\]\\((?!https://docs)|\\$x|\\*b|_i|`c)")
                .containsOnlyOnce("</details>")
                .containsOnlyOnce("<details>");
    }

    /** What GitHub does not take for code; fences and spans are longer than any run of backticks within. */
    private static String withoutCode(String comment) {
        return comment.replaceAll("(?ms)^(`{3,})text\\n.*?^\\1$", "")
                .replaceAll("(?<!\\\\)(`+)[^`](.*?[^`])?\\1(?!`)", "");
    }

    @Test
    void keeps_a_row_of_the_table_on_one_line() {
        assertThat(comment(List.of(SampleFindings.hostile())).lines().filter(line -> line.startsWith("| **")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.replaceAll("\\\\\\|", "").chars().filter(c -> c == '|'))
                                .hasSize(5));
    }

    @Test
    void stays_below_the_limit_of_github_and_says_what_is_cut() {
        Finding large = SampleFindings.hostile().with(Evidence.Kind.DECISION, "@".repeat(100_000));
        for (int number : new int[] {1, 20, 21, 500}) {
            String comment = comment(Collections.nCopies(number, large));

            assertThat(comment).hasSizeLessThan(65_536).endsWith("</details>\n");
            assertThat(comment.contains("**Cut here**")).isEqualTo(number > 2);
            assertThat(comment).contains("... (96,000 more characters)");
        }
        assertThat(comment(Collections.nCopies(500, large))).contains("480 more in the details", " of 500 findings");
    }
}
