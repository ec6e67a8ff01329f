package io.github.secures3.cli;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.report.html.HtmlReport;
import io.github.secures3.analysis.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a page of HTML about templates, for people who would rather look than read. */
@Command(
        name = "report",
        description = "Writes one page of HTML: who reaches which bucket, its protections, findings and controls.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The page needs no network and no scripts. Exit codes: 0 written, 2 bad usage or unreadable input.",
            "",
            "Example:",
            "  secure-s3 report cdk.out -o report"
        })
final class ReportCommand implements Callable<Integer> {

    private static final String PAGE = "index.html";

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Where to write " + PAGE + "; the directory is made if it is not there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path directory;

    @Mixin
    private final BaselineOptions accepted = new BaselineOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Estate estate = templates.read();
        RuleSet rules = RuleSet.standard();
        String page = HtmlReport.render(
                estate, rules, accepted.apply(rules, rules.check(estate)).open());
        Path file = directory.resolve(PAGE);
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UsageException("-o " + directory + " is a file; give a directory");
        }
        Files.createDirectories(directory);
        Files.writeString(file, page);
        spec.commandLine().getOut().println(file);
        return ExitCode.CLEAN;
    }
}
