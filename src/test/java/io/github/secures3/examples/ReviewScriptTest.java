package io.github.secures3.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain shell version of the review, on what the quickstart synthesizes before and after changes of its source. */
class ReviewScriptTest {

    private static final Path COMMENTS = Path.of("src/test/resources/review");

    @TempDir
    private static Path weakened;

    @TempDir
    private static Path harmless;

    @TempDir
    private static Path tools;

    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void synthesize() {
        ReviewedChange.WEAKENED.synthesize(weakened);
        ReviewedChange.HARMLESS.synthesize(harmless);
        environment = Map.of("SECURE_S3_JAR", ReviewScripts.jar(tools).toString());
    }

    private static ReviewScripts.Run review(Path directory, String... options) {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(options, 0, arguments, 3, options.length);
        arguments[0] = "base";
        arguments[1] = "head";
        arguments[2] = "results";
        return ReviewScripts.run(directory, environment, "review.sh", arguments);
    }

    private static String verdict(Path directory) throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve("results/diff.json").toFile())
                .path("verdict")
                .asText();
    }

    @Test
    void a_weakened_change_ends_with_1_and_says_what_it_opens() throws IOException {
        ReviewScripts.Run run = review(weakened);

        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(verdict(weakened)).isEqualTo("weakened");
        Golden.check(COMMENTS.resolve("weakened.md"), Files.readString(weakened.resolve("results/comment.md")));
        assertThat(run.output()).startsWith("weakened: ");
    }

    @Test
    void a_harmless_change_ends_with_0() throws IOException {
        ReviewScripts.Run run = review(harmless);

        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        Golden.check(COMMENTS.resolve("harmless.md"), Files.readString(harmless.resolve("results/comment.md")));
    }

    @Test
    void no_change_is_no_change() throws IOException {
        ReviewScripts.Run run = ReviewScripts.run(
                weakened, environment, "review.sh", "base", "base", "results", "--fail-on", "changed");

        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        assertThat(verdict(weakened)).isEqualTo("unchanged");
    }

    @Test
    void what_it_hands_to_code_scanning_names_files_of_the_newer_version_where_it_has_them() throws IOException {
        review(weakened);

        JsonNode results = new ObjectMapper()
                .readTree(weakened.resolve("results/findings.sarif").toFile())
                .at("/runs/0/results");
        assertThat(results).hasSizeGreaterThan(4);
        for (JsonNode result : results) {
            boolean gone = result.path("ruleId").asText().equals("diff.deleted");
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .isEqualTo((gone ? "base" : "head") + "/Quickstart.template.json");
        }
    }

    @Test
    void a_baseline_lets_a_weakened_change_pass_until_its_last_day() throws IOException {
        Path baseline = COMMENTS.resolve("accepted.yaml").toAbsolutePath();

        ReviewScripts.Run lastDay = review(weakened, "--baseline", baseline.toString(), "--today", "2026-12-31");
        assertThat(lastDay.exitCode()).as(lastDay.output()).isZero();
        assertThat(verdict(weakened)).isEqualTo("changed");

        ReviewScripts.Run dayAfter = review(weakened, "--baseline", baseline.toString(), "--today", "2027-01-01");
        assertThat(dayAfter.exitCode()).isEqualTo(1);
        assertThat(verdict(weakened)).isEqualTo("weakened");
        assertThat(Files.readString(weakened.resolve("results/comment.md"))).contains("expired on 2026-12-31");
    }

    @Test
    void what_cannot_be_compared_ends_with_2_and_leaves_no_result_of_an_earlier_run() {
        review(weakened);

        ReviewScripts.Run run = ReviewScripts.run(weakened, environment, "review.sh", "nowhere", "head", "results");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("nowhere");
        assertThat(weakened.resolve("results/diff.json")).doesNotExist();
        assertThat(weakened.resolve("results/comment.md")).doesNotExist();
    }

    @Test
    void a_jar_that_does_not_run_ends_with_2(@TempDir Path directory) throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.jar"), "no jar");

        ReviewScripts.Run run = ReviewScripts.run(
                weakened, Map.of("SECURE_S3_JAR", broken.toString()), "review.sh", "base", "head", "results");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("was not written");
    }

    @Test
    void without_its_arguments_or_the_jar_it_says_what_to_give(@TempDir Path directory) {
        ReviewScripts.Run without = ReviewScripts.run(directory, environment, "review.sh", "base", "head");
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.errors()).startsWith("review.sh: give BASE, HEAD and OUTPUT");

        ReviewScripts.Run missing =
                ReviewScripts.run(directory, Map.of("SECURE_S3_JAR", "no.jar"), "review.sh", "base", "head", "out");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.errors()).startsWith("review.sh: SECURE_S3_JAR is 'no.jar', which is no file");
    }
}
