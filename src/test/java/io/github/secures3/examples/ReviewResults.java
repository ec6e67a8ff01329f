package io.github.secures3.examples;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.report.FindingsJsonRenderer;
import io.github.secures3.analysis.report.FindingsMarkdownRenderer;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.SarifRenderer;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What {@code review.sh} writes and the branch of the base, for the scripts that publish them. */
final class ReviewResults {

    private static final Path PROTECTED = Path.of("src/test/resources/cli/diff-base.yaml");
    private static final Path UNPROTECTED = Path.of("src/test/resources/cli/diff-head.yaml");

    private ReviewResults() {}

    /** Of a change that drops versioning and access logging. */
    static void weakened(Path directory) throws IOException {
        write(directory, compared(PROTECTED, UNPROTECTED));
    }

    /** Of the same the other way round. */
    static void strengthened(Path directory) throws IOException {
        write(directory, compared(UNPROTECTED, PROTECTED));
    }

    /** Of a change of which half is accepted. */
    static void halfAccepted(Path directory) throws IOException {
        LocalDate lastDay = LocalDate.parse("2026-12-31");
        Acceptance entry = new Acceptance(
                RuleId.of("diff.versioning"),
                "*",
                "the migration",
                lastDay,
                new Location("accepted.yaml", 2, 5, "/accepted/0"));
        write(directory, compared(PROTECTED, UNPROTECTED).accept(new Baseline(List.of(entry)), lastDay));
    }

    private static EstateDiff compared(Path base, Path head) {
        return EstateDiff.read(List.of(base), List.of(head), ReadOptions.defaults());
    }

    private static void write(Path directory, EstateDiff diff) throws IOException {
        Path results = Files.createDirectories(directory.resolve("results"));
        List<Reported> reported = Reported.of(diff);
        RuleTexts rules = RuleTexts.ofComparisons();
        Files.writeString(results.resolve("base-ref.txt"), "main\n");
        Files.writeString(results.resolve("comment.md"), FindingsMarkdownRenderer.render(diff));
        Files.writeString(
                results.resolve("diff.json"),
                FindingsJsonRenderer.render(diff.verdict().text(), reported, rules));
        Files.writeString(results.resolve("findings.sarif"), SarifRenderer.render("diff", reported, rules, null));
    }
}
