package io.github.secures3.analysis.report;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.SourceLine;
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
    public static String render(List<Reported> findings) {
        StringBuilder out = new StringBuilder(verdict(findings)).append('\n');
        Map<String, List<Finding>> byResource = new LinkedHashMap<>();
        for (Reported reported : findings) {
            if (reported.isOpen()) {
                byResource
                        .computeIfAbsent(heading(reported), heading -> new ArrayList<>())
                        .add(reported.finding());
            }
        }
        byResource.forEach((heading, some) -> {
            out.append('\n').append(heading).append('\n');
            some.forEach(finding -> finding(finding, out));
        });
        return out.toString();
    }

    private static String verdict(List<Reported> findings) {
        List<Finding> open = findings.stream()
                .filter(Reported::isOpen)
                .map(Reported::finding)
                .toList();
        String found = open.isEmpty() ? "clean: nothing found" : "found: " + counts(open);
        int accepted = findings.size() - open.size();
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

    private static String heading(Reported reported) {
        Finding finding = reported.finding();
        String path = finding.constructPath();
        SourceLine source = reported.source();
        return (path == null
                        ? Shown.line(finding.resource())
                        : Shown.line(path) + "  (" + Shown.line(finding.resource()) + ")")
                + (source == null ? "" : "  source: " + Shown.line(source.text()));
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
