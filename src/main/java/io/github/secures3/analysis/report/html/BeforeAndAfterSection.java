package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.report.BucketProtections;
import io.github.secures3.analysis.report.Protection;
import io.github.secures3.analysis.report.access.AccessMap;
import io.github.secures3.analysis.report.access.AccessRow;
import io.github.secures3.analysis.report.access.BucketAccess;
import io.github.secures3.analysis.report.access.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each bucket before and after a change: who reaches it as two pictures, and its protections as two columns. */
final class BeforeAndAfterSection {

    private static final String ABSENT = "not there";

    private final HtmlWriter out;
    private final Side before;
    private final Side after;
    private final Map<String, String> olderIds = new HashMap<>();

    /** What one version says about its buckets, by their place in the estate. */
    private record Side(Estate estate, Map<String, BucketAccess> access) {

        static Side of(Estate estate) {
            Map<String, BucketAccess> access = new HashMap<>();
            AccessMap.of(estate)
                    .buckets()
                    .forEach(each -> access.put(each.bucket().element().id(), each));
            return new Side(estate, access);
        }

        List<AccessRow> rows(@Nullable Bucket bucket) {
            BucketAccess found =
                    bucket == null ? null : access.get(bucket.element().id());
            return found == null ? List.of() : found.rows();
        }
    }

    private BeforeAndAfterSection(HtmlWriter out, Differences differences) {
        this.out = out;
        this.before = Side.of(differences.base());
        this.after = Side.of(differences.head());
        differences
                .pairs()
                .forEach(pair -> olderIds.put(
                        pair.head().element().id(), pair.base().element().id()));
    }

    static void write(HtmlWriter out, Differences differences) {
        Section.BEFORE_AND_AFTER.open(out);
        out.element("p", AccessMap.assumptions(), "class", "hint");
        AccessSection.legend(out);
        BeforeAndAfterSection section = new BeforeAndAfterSection(out, differences);
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            section.bucket(pair.base(), pair.head());
        }
        differences.added(Bucket.class).forEach(bucket -> section.bucket(null, bucket));
        differences.removed(Bucket.class).forEach(bucket -> section.bucket(bucket, null));
        out.close();
    }

    private void bucket(@Nullable Bucket older, @Nullable Bucket newer) {
        Bucket named = newer == null ? older : newer;
        if (named == null) {
            return;
        }
        String name = AccessSection.nameOf(named.element());
        List<AccessRow> was = before.rows(older);
        List<AccessRow> is = after.rows(newer);
        out.open("article", "class", "panel").element("h3", name);
        out.element("p", named.arn(), "class", "id");
        if (older != null && newer != null) {
            differences(was, is);
        }
        out.open("div", "class", "sides");
        picture("Before", name, older, was);
        picture("After", name, newer, is);
        out.close();
        protections(name, older, newer);
        out.close();
    }

    private void picture(String when, String name, @Nullable Bucket bucket, List<AccessRow> rows) {
        out.open("figure").element("figcaption", when, "class", "when");
        if (bucket == null) {
            out.element("p", "The bucket is " + ABSENT + ".");
        } else if (rows.isEmpty()) {
            out.element("p", "Nobody who was asked about reaches it.");
        } else {
            AccessPicture.narrow(out, when + ": " + name, name, rows);
            out.element("p", AccessSection.caption(rows), "class", "hint");
        }
        out.close();
    }

    /** In words, what the two pictures do not have in common. */
    private void differences(List<AccessRow> was, List<AccessRow> is) {
        List<String> older = was.stream().map(AccessPicture::sentence).toList();
        List<String> newer = is.stream().map(this::sentence).toList();
        List<String> gone = older.stream().filter(each -> !newer.contains(each)).toList();
        List<String> fresh =
                newer.stream().filter(each -> !older.contains(each)).toList();
        if (gone.isEmpty() && fresh.isEmpty()) {
            out.element("p", "Who reaches it is the same before and after.");
            return;
        }
        out.open("ul");
        gone.forEach(each -> difference("Before:", each));
        fresh.forEach(each -> difference("After:", each));
        out.close();
    }

    private void difference(String when, String sentence) {
        out.open("li").element("strong", when).space().text(sentence).close();
    }

    /** A resource that the templates give no path is called by its id in the older version. */
    private String sentence(AccessRow row) {
        Caller caller = row.caller();
        String name = olderIds.getOrDefault(caller.name(), caller.name());
        return AccessPicture.sentence(row).replace(caller.name(), name);
    }

    private void protections(String name, @Nullable Bucket older, @Nullable Bucket newer) {
        BucketProtections was = older == null ? null : BucketProtections.of(older, before.estate());
        BucketProtections is = newer == null ? null : BucketProtections.of(newer, after.estate());
        out.open("div", "class", "scroll", "role", "region", "aria-label", "Protections of " + name, "tabindex", "0");
        out.open("table").open("thead").open("tr");
        out.element("th", "Protection", "scope", "col").element("th", "Before", "scope", "col");
        out.element("th", "After", "scope", "col").close().close().open("tbody");
        for (Protection.Topic topic : Protection.Topic.values()) {
            Protection one = was == null ? null : was.protection(topic);
            Protection other = is == null ? null : is.protection(topic);
            boolean same = one != null && one.equals(other);
            out.open("tr", "class", same ? "same" : "changed")
                    .open("th", "scope", "row")
                    .text(topic.label());
            if (!same) {
                out.element("span", "changed", "class", "sub");
            }
            out.close();
            cell(one);
            cell(other);
            out.close();
        }
        out.close().close().close();
    }

    private void cell(@Nullable Protection protection) {
        if (protection == null) {
            out.element("td", ABSENT, "class", "muted");
            return;
        }
        out.open("td");
        ProtectionsSection.state(out, protection);
        out.space().element("span", protection.words(), "class", "reason").close();
    }
}
