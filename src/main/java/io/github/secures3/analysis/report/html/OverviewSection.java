package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.report.BucketProtections;
import io.github.secures3.analysis.report.Protection;
import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.analysis.report.Tally;
import io.github.secures3.analysis.report.access.AccessMap;
import io.github.secures3.analysis.report.access.AccessRow;
import io.github.secures3.analysis.report.access.BucketAccess;
import io.github.secures3.analysis.report.access.Caller;
import java.util.List;

/** The first look: four numbers. */
final class OverviewSection {

    private OverviewSection() {}

    static void write(HtmlWriter out, ProtectionSummary summary, AccessMap access, List<Finding> findings) {
        Section.OVERVIEW.open(out);
        out.open("ul", "class", "cards");
        Tally tally = Tally.of(findings);
        card(out, tally.errors() > 0 ? "bad" : tally.warnings() > 0 ? "warn" : "ok", "Findings", findingsWords(tally));
        long open = outsiders(access);
        card(out, open > 0 ? "bad" : "ok", "Open to the world", open == 0 ? "no bucket" : Texts.count(open, "bucket"));
        long missing = protections(summary, Protection.State.MISSING);
        long unknown = protections(summary, Protection.State.UNKNOWN);
        card(
                out,
                missing > 0 ? "warn" : "ok",
                "Protections missing",
                missing + (unknown == 0 ? "" : ", " + unknown + " unknown"));
        card(out, "plain", "Ways in", ways(access));
        out.close().close();
    }

    static void card(HtmlWriter out, String state, String title, String words) {
        out.open("li", "class", "card " + state)
                .element("span", title, "class", "card-title")
                .space()
                .element("strong", words)
                .close();
    }

    private static String findingsWords(Tally tally) {
        return tally.words().equals("nothing found") ? "none" : tally.words();
    }

    /** Buckets that anybody reaches, with credentials of any account or without. */
    private static long outsiders(AccessMap access) {
        return access.buckets().stream()
                .filter(bucket -> bucket.rows().stream()
                        .filter(AccessRow::reaches)
                        .map(row -> row.caller().kind())
                        .anyMatch(kind -> kind == Caller.Kind.ANONYMOUS || kind == Caller.Kind.STRANGER))
                .count();
    }

    private static long protections(ProtectionSummary summary, Protection.State state) {
        return summary.buckets().stream()
                .map(BucketProtections::protections)
                .flatMap(List::stream)
                .filter(protection -> protection.state() == state && !ProtectionsSection.isUnused(protection))
                .count();
    }

    private static String ways(AccessMap access) {
        long sure = access.buckets().stream()
                .map(BucketAccess::rows)
                .flatMap(List::stream)
                .filter(AccessRow::reaches)
                .count();
        long undecided = access.buckets().stream()
                .map(BucketAccess::rows)
                .flatMap(List::stream)
                .filter(AccessRow::isUndecided)
                .count();
        return sure + (undecided == 0 ? "" : ", " + undecided + " undecided");
    }
}
