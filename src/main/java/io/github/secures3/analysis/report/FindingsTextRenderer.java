package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings for a terminal, without colour: how many there are, then each resource with what was found about it, the heaviest first.
 *
 * <p>What would steer a terminal is shown as {@code ?}, so that a template cannot write to it by itself.
 *
 * @since 0.1
 */
public final class FindingsTextRenderer {

    private static final String INDENT = "           ";

    private FindingsTextRenderer() {}

    /** The text, which ends with a line break. */
    public static String render(Baseline.Outcome outcome) {
        StringBuilder out = new StringBuilder(verdict(outcome)).append('\n');
        Map<String, List<Finding>> byResource = new LinkedHashMap<>();
        for (Finding finding : outcome.open()) {
            byResource
                    .computeIfAbsent(heading(finding), heading -> new ArrayList<>())
                    .add(finding);
        }
        byResource.forEach((heading, findings) -> {
            out.append('\n').append(heading).append('\n');
            findings.forEach(finding -> finding(finding, out));
        });
        return out.toString();
    }

    private static String verdict(Baseline.Outcome outcome) {
        String found = outcome.open().isEmpty() ? "clean: nothing found" : "found: " + counts(outcome.open());
        int accepted = outcome.accepted().size();
        return accepted == 0 ? found : found + "; " + accepted + " accepted by the baseline";
    }

    private static String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + severity.text() + (count == 1 ? "" : "s"));
            }
        }
        long undecided = findings.stream().filter(Finding::isUndecided).count();
        return String.join(", ", counts) + (undecided == 0 ? "" : " (" + undecided + " undecided)");
    }

    private static String heading(Finding finding) {
        String path = finding.constructPath();
        return path == null
                ? Shown.line(finding.resource())
                : Shown.line(path) + "  (" + Shown.line(finding.resource()) + ")";
    }

    private static void finding(Finding finding, StringBuilder out) {
        out.append(String.format(Locale.ROOT, "  %-7s  ", finding.severity().text()))
                .append(finding.rule())
                .append("  ")
                .append(Shown.line(finding.at().text()))
                .append('\n');
        line(finding.message(), out);
        for (Evidence evidence : finding.evidence()) {
            line(evidence.kind().text() + ": " + evidence.text(), out);
        }
        if (!finding.fix().isEmpty()) {
            line("fix: " + finding.fix(), out);
        }
    }

    private static void line(String text, StringBuilder out) {
        text.lines()
                .forEach(line -> out.append(INDENT).append(Shown.lines(line)).append('\n'));
    }
}
