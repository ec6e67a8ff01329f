package io.github.secures3.cli;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.Verdict;
import io.github.secures3.analysis.report.DiffTextRenderer;
import io.github.secures3.analysis.report.FindingsJsonRenderer;
import io.github.secures3.analysis.report.FindingsMarkdownRenderer;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.SarifRenderer;
import io.github.secures3.analysis.report.html.HtmlDiffReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of templates and shows what the change does to security. */
@Command(
        name = "diff",
        description = "Compares two versions of templates: what the change opens, drops, puts at risk and strengthens.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "What cannot be known counts as weakened, unless it is the same unknown value in both versions.",
            "What a baseline accepts until a day counts as weakened only after it.",
            "Exit codes: 0 clean, 1 weakened (or changed, with --fail-on changed), 2 bad usage or unreadable input.",
            "",
            "Examples:",
            "  secure-s3 diff base/cdk.out head/cdk.out",
            "  secure-s3 diff base/cdk.out head/cdk.out --format html -o change.html",
            "  secure-s3 diff base/cdk.out head/cdk.out --format markdown --baseline accepted.yaml",
            "  secure-s3 diff old.template.json new.template.json --fail-on changed"
        })
final class DiffCommand implements Callable<Integer> {

    /** How a comparison is written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        SARIF,
        HTML
    }

    /** Which verdict ends with 1. */
    enum Threshold {
        WEAKENED,
        CHANGED,
        NEVER
    }

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "The older version: a CloudFormation template (JSON or YAML) or a cloud assembly directory.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path base;

    @Parameters(index = "1", paramLabel = "HEAD", description = "The newer version: the same.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path head;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            description =
                    "weakened (default), changed or never: end with 1 where the comparison comes to that or worse.")
    private Threshold failOn = Threshold.WEAKENED;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), markdown, json, sarif or html.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; standard output where it is left out.")
    private @Nullable Path output;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Also write DIR/comment.md, DIR/findings.sarif and DIR/diff.json, for a job that reviews pull"
                    + " requests. DIR is made if it is not there.")
    private @Nullable Path reports;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Mixin
    private final BaselineOptions accepted = new BaselineOptions();

    @Mixin
    private final DeploymentOptions deployment = new DeploymentOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Inputs.requireNamed(base);
        Inputs.requireNamed(head);
        sources.requireUsable();
        requireWritable(output);
        EstateDiff read = EstateDiff.read(List.of(base), List.of(head), deployment.read());
        deployment.requireDeclared(
                List.of(read.differences().base(), read.differences().head()));
        EstateDiff diff = accepted.applyTo(read);
        Path directory = reports;
        if (directory != null) {
            writeReports(diff, directory);
        }
        Path file = output;
        if (file == null) {
            spec.commandLine().getOut().print(written(diff, format));
        } else {
            Files.writeString(file, written(diff, format));
        }
        return fails(diff.verdict()) ? ExitCode.FOUND : ExitCode.CLEAN;
    }

    /** What is wrong with the file should be said before the comparison, which takes longer. */
    private static void requireWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("-o " + file + " is a directory; give a file");
        }
        Path directory = file.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UsageException(
                    "-o " + file + ": there is no directory " + directory + "; make it, or give a file in another");
        }
    }

    private void writeReports(EstateDiff diff, Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UsageException("--reports " + directory + " is a file; give a directory");
        }
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("comment.md"), written(diff, Format.MARKDOWN));
        Files.writeString(directory.resolve("findings.sarif"), written(diff, Format.SARIF));
        Files.writeString(directory.resolve("diff.json"), written(diff, Format.JSON));
    }

    private String written(EstateDiff diff, Format format) {
        return switch (format) {
            case TEXT -> DiffTextRenderer.render(diff);
            case MARKDOWN -> FindingsMarkdownRenderer.render(diff);
            case JSON ->
                FindingsJsonRenderer.render(diff.verdict().text(), Reported.of(diff), RuleTexts.ofComparisons());
            case SARIF ->
                SarifRenderer.render("diff", Reported.of(diff), RuleTexts.ofComparisons(), sources.directory());
            case HTML -> HtmlDiffReport.render(diff);
        };
    }

    private boolean fails(Verdict verdict) {
        return switch (failOn) {
            case WEAKENED -> verdict.isAtLeast(Verdict.WEAKENED);
            case CHANGED -> verdict.isAtLeast(Verdict.CHANGED);
            case NEVER -> false;
        };
    }
}
