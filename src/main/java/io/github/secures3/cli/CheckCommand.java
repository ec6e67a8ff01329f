package io.github.secures3.cli;

import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.report.FindingsTextRenderer;
import io.github.secures3.analysis.rules.BaselineReader;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  secure-s3 check template.yaml --parameter Stage=prod --fail-on warning --baseline accepted.yaml"
        })
final class CheckCommand implements Callable<Integer> {

    /** From which findings on the command fails. */
    enum Threshold {
        ERROR,
        WARNING,
        NEVER
    }

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Accepted findings, in JSON or YAML, each with rule, resource, reason and expires.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "error (default), warning or never: from which findings on to end with 1.")
    private Threshold threshold = Threshold.ERROR;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day for which entries of the baseline count; today where it is left out.")
    private @Nullable String today;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleSet rules = RuleSet.standard();
        Path file = baseline;
        Baseline accepted = file == null ? Baseline.empty() : BaselineReader.read(file);
        Baseline.Outcome outcome = accepted.apply(
                rules.check(templates.read()),
                rules.rules().stream().map(Rule::id).toList(),
                day());
        spec.commandLine().getOut().print(FindingsTextRenderer.render(outcome));
        return exitCode(outcome, rules);
    }

    private LocalDate day() {
        String given = today;
        if (given == null) {
            return LocalDate.now(ZoneId.systemDefault());
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException noDay) {
            throw new UsageException("--today '" + given + "' is no day; write it as YYYY-MM-DD, such as 2026-11-30");
        }
    }

    /** What cannot be decided is held against the severity that it would have if it were so. */
    private int exitCode(Baseline.Outcome outcome, RuleSet rules) {
        if (threshold == Threshold.NEVER) {
            return ExitCode.CLEAN;
        }
        Severity least = threshold == Threshold.ERROR ? Severity.ERROR : Severity.WARNING;
        if (outcome.open().stream()
                .anyMatch(
                        finding -> !finding.isUndecided() && finding.severity().isAtLeast(least))) {
            return ExitCode.FOUND;
        }
        boolean undecided = outcome.open().stream()
                .filter(Finding::isUndecided)
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .anyMatch(finding -> rules.rule(finding.rule())
                        .filter(rule -> rule.severity().isAtLeast(least))
                        .isPresent());
        return undecided ? ExitCode.UNDECIDED : ExitCode.CLEAN;
    }
}
