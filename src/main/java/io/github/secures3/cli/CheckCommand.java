package io.github.secures3.cli;

import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.report.FindingsJsonRenderer;
import io.github.secures3.analysis.report.FindingsMarkdownRenderer;
import io.github.secures3.analysis.report.FindingsTextRenderer;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.SarifRenderer;
import io.github.secures3.analysis.report.Tally;
import io.github.secures3.analysis.rules.FailOn;
import io.github.secures3.analysis.rules.RuleSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks templates against all rules. */
@Command(
        name = "check",
        description = "Checks templates against all rules and says what to put right.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 nothing at or above the threshold, 1 something, 2 bad usage or unreadable input,",
            "3 nothing but rules at or above the threshold that cannot be decided.",
            "",
            "Examples:",
            "  secure-s3 check cdk.out",
            "  secure-s3 check cdk.out --format sarif > findings.sarif",
            "  secure-s3 check template.yaml --parameter Stage=prod --fail-on warning --baseline accepted.yaml",
            "  secure-s3 check cdk.out --organization o-exampleorgid --member 111122223333"
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    @Mixin
    private final BaselineOptions accepted = new BaselineOptions();

    @Mixin
    private final OrganizationOptions organization = new OrganizationOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "error (default), warning or never: from which findings on to end with 1.")
    private FailOn failOn = FailOn.ERROR;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), markdown, json or sarif.")
    private Format format = Format.TEXT;

    /** How findings are written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        SARIF
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        sources.requireUsable();
        RuleSet rules = RuleSet.standard();
        Estate estate = templates.read();
        Baseline.Outcome outcome = accepted.apply(rules, rules.check(estate, organization.assumptions()));
        spec.commandLine().getOut().print(written(Reported.of(outcome, estate), RuleTexts.of(rules)));
        return exitCode(outcome, rules);
    }

    private String written(List<Reported> findings, RuleTexts texts) {
        Tally tally = Tally.ofOpen(findings);
        return switch (format) {
            case TEXT -> FindingsTextRenderer.render(findings);
            case MARKDOWN -> FindingsMarkdownRenderer.render("check", tally.words(), findings, texts);
            case JSON -> FindingsJsonRenderer.render(tally.isEmpty() ? "clean" : "found", findings, texts);
            case SARIF -> SarifRenderer.render("check", findings, texts, sources.directory());
        };
    }

    /** Where nothing but rules that cannot be decided makes it fail, the code says so. */
    private int exitCode(Baseline.Outcome outcome, RuleSet rules) {
        List<Finding> failing = outcome.open().stream()
                .filter(finding -> failOn.isReachedBy(finding, rules))
                .toList();
        if (failing.isEmpty()) {
            return ExitCode.CLEAN;
        }
        return failing.stream().allMatch(Finding::isUndecided) ? ExitCode.UNDECIDED : ExitCode.FOUND;
    }
}
