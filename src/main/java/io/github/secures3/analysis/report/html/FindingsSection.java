package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleText;
import io.github.secures3.analysis.report.RuleTexts;
import java.util.List;

/** What was found, the heaviest first, each with evidence and fix. */
final class FindingsSection {

    private FindingsSection() {}

    static void write(HtmlWriter out, List<Reported> findings, RuleTexts rules) {
        Section.FINDINGS.open(out);
        if (findings.isEmpty()) {
            out.element("p", "Nothing was found.");
        }
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            List<Reported> some = findings.stream()
                    .filter(each -> each.finding().severity() == severity)
                    .toList();
            if (!some.isEmpty()) {
                out.element("h3", Texts.count(some.size(), severity.text()));
                some.forEach(each -> finding(out, each, rules.of(each.finding()), style(severity)));
            }
        }
        out.close();
    }

    /** A finding under a badge with its label. */
    static void finding(HtmlWriter out, Reported reported, RuleText rule, String style) {
        Finding finding = reported.finding();
        out.open("details", "class", "finding " + style);
        out.open("summary");
        out.element("span", reported.label(), "class", "badge " + style).space();
        out.element("span", finding.message(), "class", "message").space();
        out.element("span", nameOf(finding), "class", "sub").close();
        out.open("dl");
        String page = rule.page();
        out.element("dt", "rule").open("dd");
        if (page == null) {
            out.element("code", rule.id().text());
        } else {
            out.open("a", "href", page).element("code", rule.id().text()).close();
        }
        out.space().text(rule.title()).close();
        pair(out, "resource", finding.resource());
        pair(out, "place", finding.at().text());
        SourceLine source = reported.source();
        if (source != null) {
            pair(out, "source", source.text());
        }
        Location base = finding.base();
        if (base != null) {
            pair(out, "before", base.text());
        }
        if (!finding.fix().isEmpty()) {
            out.element("dt", "fix").element("dd", finding.fix());
        }
        Acceptance acceptance = reported.acceptance();
        if (acceptance != null) {
            out.element("dt", "accepted").element("dd", "until " + acceptance.expires() + ": " + acceptance.reason());
        }
        for (Evidence evidence : finding.evidence()) {
            out.element("dt", evidence.kind().text()).open("dd");
            if (evidence.text().contains("\n")) {
                out.preformatted(evidence.kind().text() + " of " + nameOf(finding), evidence.text());
            } else {
                out.text(evidence.text());
            }
            out.close();
        }
        out.close().close();
    }

    private static String nameOf(Finding finding) {
        String path = finding.constructPath();
        return path == null ? finding.resource() : path;
    }

    private static void pair(HtmlWriter out, String term, String code) {
        out.element("dt", term).open("dd").element("code", code).close();
    }

    static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "bad";
            case WARNING -> "warn";
            case NOTE -> "plain";
        };
    }
}
