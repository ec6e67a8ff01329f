package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.report.access.AccessMap;
import io.github.secures3.analysis.report.access.AccessRow;
import io.github.secures3.analysis.report.access.BucketAccess;
import io.github.secures3.analysis.report.access.Caller;
import io.github.secures3.analysis.report.access.Capability;
import io.github.secures3.analysis.report.access.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who reaches which bucket by which way: a picture for each bucket, and the same as a table with reasons. */
final class AccessSection {

    private static final int NAMED = 20;

    private AccessSection() {}

    static void write(HtmlWriter out, AccessMap access, boolean bound) {
        Section.ACCESS.open(out);
        out.element("p", AccessMap.assumptions(), "class", "hint");
        if (!bound) {
            out.open("p", "class", "hint")
                    .text("Some stacks are bound to no account or Region, which leaves answers open:")
                    .space()
                    .element("code", "--account")
                    .space()
                    .text("and")
                    .space()
                    .element("code", "--region")
                    .space()
                    .text("decide more.")
                    .close();
        }
        legend(out);
        if (access.buckets().isEmpty()) {
            out.element("p", "The templates have no general purpose bucket.");
        }
        access.buckets().forEach(bucket -> bucket(out, bucket));
        if (access.leftOut() > 0) {
            out.element(
                    "p", access.leftOut() + " more pairs of caller and bucket were not asked about.", "class", "hint");
        }
        out.close();
    }

    static void legend(HtmlWriter out) {
        out.open("ul", "class", "legend");
        for (Capability capability : Capability.values()) {
            out.open("li")
                    .element("span", letter(capability), "class", "key yes", "aria-hidden", "true")
                    .text(capability.text())
                    .close();
        }
        out.open("li")
                .element("span", "R", "class", "key maybe", "aria-hidden", "true")
                .text("undecided")
                .close();
        out.close();
    }

    /** The letter of a capability in pictures. */
    static String letter(Capability capability) {
        return capability.text().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private static void bucket(HtmlWriter out, BucketAccess bucket) {
        Element element = bucket.bucket().element();
        String name = nameOf(element);
        out.open("article", "class", "panel");
        out.element("h3", name);
        out.element("p", bucket.bucket().arn(), "class", "id");
        if (bucket.rows().isEmpty()) {
            out.element("p", "Nobody who was asked about reaches it.");
        } else {
            out.open("figure");
            AccessPicture.write(out, name, bucket.rows());
            out.element("figcaption", caption(bucket.rows()));
            out.close();
            out.open("details").element("summary", "The same as a table, with reasons");
            table(out, name, bucket.rows());
            out.close();
        }
        if (!bucket.shutOut().isEmpty()) {
            List<String> names = bucket.shutOut().stream().map(Caller::name).toList();
            String more = names.size() > NAMED ? "; and " + (names.size() - NAMED) + " more" : "";
            out.open("p", "class", "hint")
                    .element("strong", "Shut out:")
                    .space()
                    .text(String.join("; ", names.stream().limit(NAMED).toList()) + more)
                    .close();
        }
        out.close();
    }

    /** The construct path without what CDK adds, or the resource. */
    static String nameOf(Element element) {
        String path = element.constructPath();
        return path == null ? element.id() : path.replaceFirst("(/Bucket)?/(Resource|Default)$", "");
    }

    static String caption(List<AccessRow> rows) {
        long sure = rows.stream().filter(AccessRow::reaches).count();
        long open = rows.size() - sure;
        return Texts.count(sure, "way") + " in" + (open == 0 ? "" : "; " + open + " undecided");
    }

    private static void table(HtmlWriter out, String name, List<AccessRow> rows) {
        out.open("div", "class", "scroll", "role", "region", "aria-label", "Access to " + name, "tabindex", "0");
        out.open("table").open("thead").open("tr");
        out.element("th", "Who", "scope", "col").element("th", "Way", "scope", "col");
        for (Capability capability : Capability.values()) {
            out.element("th", capability.text(), "scope", "col");
        }
        out.element("th", "Why", "scope", "col").close().close().open("tbody");
        for (AccessRow row : rows) {
            out.open("tr").open("th", "scope", "row").text(row.caller().name());
            out.element("span", row.caller().kind().text(), "class", "sub").close();
            out.element("td", row.way());
            for (Capability capability : Capability.values()) {
                cell(out, row.reach().get(capability));
            }
            why(out, row.reach());
            out.close();
        }
        out.close().close().close();
    }

    private static void cell(HtmlWriter out, @Nullable Reach reach) {
        if (reach == null) {
            out.open("td").element("span", "\u2013", "class", "no").close();
            return;
        }
        String word = reach.isAllowed() ? "yes" : reach.isUndecided() ? "undecided" : "no";
        String state = reach.isAllowed() ? "yes" : reach.isUndecided() ? "maybe" : "no";
        out.open("td").element("span", word, "class", state);
        for (String objects : reach.objects()) {
            out.space().element("code", objects);
        }
        out.close();
    }

    private static void why(HtmlWriter out, Map<Capability, Reach> reach) {
        out.open("td");
        List<String> reasons = reach.values().stream()
                .flatMap(each -> each.why().stream().map(reason -> each.isAllowed() ? reason : "undecided: " + reason))
                .distinct()
                .toList();
        for (String reason : reasons) {
            out.element("span", reason, "class", "reason");
        }
        out.close();
    }
}
