package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import java.util.List;

/**
 * Findings for a comment on a pull request: the verdict first, a short table, the details folded.
 *
 * <p>The first line is a mark that nobody sees, by which a job finds its own comment again. Texts of templates are shown as they are: they
 * cannot become markup, links or mentions. The whole stays below the 65,536 characters that GitHub takes; what is left out is said.
 *
 * @see <a href="https://docs.github.com/en/rest/issues/comments">Comments on issues and pull requests</a>
 * @since 0.1
 */
public final class FindingsMarkdownRenderer {

    /** GitHub takes 65,536; the rest is for what a job adds around the text. */
    static final int LIMIT = 64_000;

    private static final int ROWS = 20;
    private static final int LONGEST_CELL = 300;
    private static final int LONGEST_EVIDENCE = 4_000;
    private static final int RESERVED = 400;
    private static final String FOLDED_END = "</details>\n";

    private final StringBuilder out = new StringBuilder();
    private final List<Reported> findings;
    private final RuleTexts rules;

    private FindingsMarkdownRenderer(List<Reported> findings, RuleTexts rules) {
        this.findings = findings;
        this.rules = rules;
    }

    /** The mark of comments by this command, such as {@code check}. */
    public static String mark(String command) {
        return "<!-- secure-s3 " + command.replaceAll("[^\\w-]", "") + " -->";
    }

    /**
     * The comment, which ends with a line break.
     *
     * @param command the command that found them
     * @param verdict what the findings come to, in a few words
     */
    public static String render(String command, String verdict, List<Reported> findings, RuleTexts rules) {
        return render(command, verdict, "", findings, rules);
    }

    /** The comment on a comparison. */
    public static String render(EstateDiff diff) {
        List<Reported> changes = Reported.of(diff);
        String counts = DiffSummary.counts(changes);
        return render(
                "diff",
                diff.verdict().text(),
                DiffSummary.sentence(diff) + (counts.isEmpty() ? "" : " " + counts + "."),
                changes,
                RuleTexts.ofComparisons());
    }

    private static String render(
            String command, String verdict, String lead, List<Reported> findings, RuleTexts rules) {
        FindingsMarkdownRenderer renderer = new FindingsMarkdownRenderer(findings, rules);
        renderer.out.append(mark(command)).append('\n');
        renderer.out
                .append("### secure-s3 ")
                .append(Markdown.text(command))
                .append(": ")
                .append(Markdown.text(Shown.cut(verdict, LONGEST_CELL)))
                .append('\n');
        if (!lead.isEmpty()) {
            renderer.out.append('\n').append(Markdown.text(lead)).append('\n');
        }
        if (!findings.isEmpty()) {
            renderer.table();
            renderer.details();
        }
        return renderer.out.toString();
    }

    private void table() {
        out.append("\n| | finding | resource | rule |\n|---|---|---|---|\n");
        findings.stream().limit(ROWS).forEach(this::row);
        if (findings.size() > ROWS) {
            out.append('\n').append(Words.grouped(findings.size() - ROWS)).append(" more in the details\n");
        }
    }

    private void row(Reported reported) {
        Finding finding = reported.finding();
        String page = rules.of(finding).page();
        String rule = Markdown.code(finding.rule().text());
        out.append("| **").append(reported.label()).append("** | ");
        out.append(Markdown.text(Shown.cut(Shown.line(finding.message()), LONGEST_CELL)));
        out.append(" | ").append(Markdown.code(Shown.cut(resource(finding), LONGEST_CELL)));
        out.append(" | ")
                .append(page == null ? rule : Markdown.link(rule, page))
                .append(" |\n");
    }

    /** Where a CDK app names the resource, people know it by that name. */
    private static String resource(Finding finding) {
        String path = finding.constructPath();
        return path == null ? finding.resource() : path;
    }

    private void details() {
        out.append("\n<details><summary>Details, with evidence and fixes</summary>\n");
        for (int at = 0; at < findings.size(); at++) {
            String detail = detail(at + 1, findings.get(at));
            if (out.length() + detail.length() > LIMIT - RESERVED) {
                out.append("\n**Cut here**: ")
                        .append(Words.grouped(findings.size() - at))
                        .append(" of ")
                        .append(Words.count(findings.size(), "finding"))
                        .append(" would make this comment longer than GitHub allows. `--format json` and `--format"
                                + " sarif` have all.\n");
                break;
            }
            out.append(detail);
        }
        out.append('\n').append(FOLDED_END);
    }

    private String detail(int number, Reported reported) {
        Finding finding = reported.finding();
        StringBuilder detail = new StringBuilder();
        detail.append("\n**" + number + ". " + reported.label() + "**: ");
        detail.append(Markdown.text(Shown.cut(finding.message(), LONGEST_EVIDENCE)))
                .append("\n\n");
        detail.append("- rule: ")
                .append(Markdown.text(rules.of(finding).title()))
                .append('\n');
        detail.append("- resource: ")
                .append(Markdown.code(Shown.cut(finding.resource(), LONGEST_CELL)))
                .append('\n');
        detail.append("- place: ").append(Markdown.code(finding.at().text())).append('\n');
        SourceLine source = reported.source();
        if (source != null) {
            detail.append("- source: ")
                    .append(Markdown.code(Shown.cut(source.text(), LONGEST_CELL)))
                    .append('\n');
        }
        Location base = finding.base();
        if (base != null) {
            detail.append("- before: ").append(Markdown.code(base.text())).append('\n');
        }
        if (!finding.fix().isEmpty()) {
            detail.append("- fix: ")
                    .append(Markdown.text(Shown.cut(finding.fix(), LONGEST_EVIDENCE)))
                    .append('\n');
        }
        Acceptance acceptance = reported.acceptance();
        if (acceptance != null) {
            detail.append("- accepted until ")
                    .append(acceptance.expires())
                    .append(": ")
                    .append(Markdown.text(Shown.cut(acceptance.reason(), LONGEST_EVIDENCE)))
                    .append(" (")
                    .append(Markdown.code(acceptance.at().text()))
                    .append(")\n");
        }
        for (Evidence evidence : finding.evidence()) {
            String text = Shown.cut(evidence.text(), LONGEST_EVIDENCE);
            if (text.strip().contains("\n")) {
                detail.append("- ")
                        .append(evidence.kind().text())
                        .append(":\n\n")
                        .append(Markdown.block(text))
                        .append('\n');
            } else {
                detail.append("- ")
                        .append(evidence.kind().text())
                        .append(": ")
                        .append(Markdown.code(text))
                        .append('\n');
            }
        }
        return detail.toString();
    }
}
