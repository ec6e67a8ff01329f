package io.github.secures3.cli;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.rules.BaselineReader;
import io.github.secures3.analysis.rules.Rule;
import io.github.secures3.analysis.rules.RuleSet;
import io.github.secures3.analysis.rules.StatedInvariantHolds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are accepted, and for which day to judge that. */
final class BaselineOptions {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Accepted findings, in JSON or YAML, each with rule, resource, reason and expires.")
    private @Nullable Path baseline;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day for which entries of the baseline count; today where it is left out.")
    private @Nullable String today;

    /** The findings held against the baseline; what it says about comparisons, and about invariants of a synthesis, is left to these. */
    Baseline.Outcome apply(RuleSet rules, List<Finding> findings) {
        return read().about(rule -> !Fact.isRule(rule) && !StatedInvariantHolds.isRule(rule))
                .apply(findings, rules.rules().stream().map(Rule::id).toList(), day());
    }

    /** The comparison held against the baseline. */
    EstateDiff applyTo(EstateDiff diff) {
        return diff.accept(read(), day());
    }

    private Baseline read() {
        Path file = baseline;
        return file == null ? Baseline.empty() : BaselineReader.read(file);
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
}
