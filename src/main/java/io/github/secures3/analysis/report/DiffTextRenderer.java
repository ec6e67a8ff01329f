package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import java.util.List;
import java.util.Locale;

/**
 * Writes a comparison as text for a terminal: the verdict first, then the changes by kind, the weakened first.
 *
 * <p>A text in angle brackets is a value that only the deployment knows.
 *
 * @since 0.1
 */
public final class DiffTextRenderer {

    private static final String NEWLINE = "\n";
    private static final String INDENT = "    ";

    private DiffTextRenderer() {}

    /** The whole comparison, each line ended by a line feed. */
    public static String render(EstateDiff diff) {
        StringBuilder out = new StringBuilder();
        String counts = DiffSummary.counts(Reported.of(diff));
        out.append(diff.verdict().text())
                .append(counts.isEmpty() ? "" : ": " + counts)
                .append(NEWLINE);
        for (Kind kind : Kind.values()) {
            List<Reported> changes = Reported.of(diff, kind);
            if (!changes.isEmpty()) {
                out.append(NEWLINE).append(kind.text()).append(NEWLINE);
                changes.forEach(change -> append(out, change));
            }
        }
        if (!diff.baselineFindings().isEmpty()) {
            out.append(NEWLINE).append("baseline").append(NEWLINE);
            diff.baselineFindings().forEach(finding -> append(out, Reported.open(finding)));
        }
        List<Gap> gaps = diff.differences().head().gaps();
        if (!gaps.isEmpty()) {
            out.append(NEWLINE).append("not compared").append(NEWLINE);
            gaps.forEach(gap -> out.append("  ")
                    .append(Shown.line(
                            gap.stack() + "/" + gap.name() + " (" + gap.at().text() + "): " + gap.reason()))
                    .append(NEWLINE));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Reported reported) {
        Finding finding = reported.finding();
        out.append("  ")
                .append(reported.label().toUpperCase(Locale.ROOT))
                .append("  ")
                .append(Shown.line(finding.resource()))
                .append(": ")
                .append(Shown.line(finding.message()))
                .append(NEWLINE);
        out.append(INDENT)
                .append(finding.rule())
                .append("  ")
                .append(places(finding))
                .append(NEWLINE);
        SourceLine source = reported.source();
        if (source != null) {
            out.append(INDENT)
                    .append("source: ")
                    .append(Shown.line(source.text()))
                    .append(NEWLINE);
        }
        if (!finding.fix().isEmpty()) {
            out.append(INDENT).append("fix: ").append(finding.fix()).append(NEWLINE);
        }
        Acceptance acceptance = reported.acceptance();
        if (acceptance != null) {
            out.append(INDENT)
                    .append("accepted until " + acceptance.expires() + ": ")
                    .append(Shown.line(acceptance.reason()))
                    .append(NEWLINE);
        }
        for (Evidence evidence : finding.evidence()) {
            out.append(INDENT)
                    .append(evidence.kind().text())
                    .append(": ")
                    .append(Shown.lines(evidence.text()).replace("\n", "\n" + INDENT + "  "))
                    .append(NEWLINE);
        }
    }

    private static String places(Finding finding) {
        Location base = finding.base();
        if (base == null) {
            return finding.at().text();
        }
        return base.equals(finding.at())
                ? "before " + base.text()
                : finding.at().text() + ", before " + base.text();
    }
}
