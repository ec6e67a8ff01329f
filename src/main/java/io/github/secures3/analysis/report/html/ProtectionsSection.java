package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.report.BucketProtections;
import io.github.secures3.analysis.report.Protection;
import io.github.secures3.analysis.report.ProtectionSummary;
import java.util.List;

/** The protections of each bucket as a matrix, and in words. */
final class ProtectionsSection {

    private static final List<Protection.Topic> OPTIONAL =
            List.of(Protection.Topic.OBJECT_LOCK, Protection.Topic.EVENTBRIDGE, Protection.Topic.REPLICATION);

    private ProtectionsSection() {}

    static void write(HtmlWriter out, ProtectionSummary summary) {
        Section.PROTECTIONS.open(out);
        List<BucketProtections> buckets = summary.buckets();
        if (buckets.isEmpty()) {
            out.element("p", "The templates have no general purpose bucket.").close();
            return;
        }
        matrix(out, buckets);
        out.element("h3", "In words");
        buckets.forEach(bucket -> words(out, bucket));
        out.close();
    }

    /** Whether a protection is one that many a good bucket goes without, and this one does. */
    static boolean isUnused(Protection protection) {
        return OPTIONAL.contains(protection.topic())
                && protection.state() == Protection.State.MISSING
                && protection.words().equals("off");
    }

    private static void matrix(HtmlWriter out, List<BucketProtections> buckets) {
        out.open(
                "div",
                "class",
                "scroll",
                "role",
                "region",
                "aria-label",
                "Protections of each bucket",
                "tabindex",
                "0");
        out.open("table", "class", "matrix").open("thead").open("tr").element("th", "Bucket", "scope", "col");
        for (Protection.Topic topic : Protection.Topic.values()) {
            out.element("th", topic.label(), "scope", "col");
        }
        out.close().close().open("tbody");
        for (BucketProtections bucket : buckets) {
            out.open("tr").element("th", nameOf(bucket), "scope", "row");
            for (Protection.Topic topic : Protection.Topic.values()) {
                Protection protection = bucket.protection(topic);
                out.open("td");
                state(out, protection);
                out.close();
            }
            out.close();
        }
        out.close().close().close();
    }

    /** How it stands, in a word. */
    static void state(HtmlWriter out, Protection protection) {
        out.element("span", word(protection), "class", "state " + style(protection));
    }

    private static String nameOf(BucketProtections bucket) {
        String path = bucket.path();
        return path == null ? bucket.logicalId() : path;
    }

    private static String word(Protection protection) {
        if (isUnused(protection)) {
            return "not used";
        }
        return switch (protection.state()) {
            case HOLDS -> "holds";
            case MISSING -> "missing";
            case UNKNOWN -> "unknown";
        };
    }

    private static String style(Protection protection) {
        if (isUnused(protection)) {
            return "off";
        }
        return switch (protection.state()) {
            case HOLDS -> "ok";
            case MISSING -> "warn";
            case UNKNOWN -> "open";
        };
    }

    private static void words(HtmlWriter out, BucketProtections bucket) {
        out.open("details", "class", "fold").element("summary", nameOf(bucket)).open("dl");
        for (Protection protection : bucket.protections()) {
            out.element("dt", protection.topic().label());
            out.open("dd");
            state(out, protection);
            out.space().text(protection.words()).close();
        }
        if (!bucket.denies().isEmpty()) {
            out.element("dt", "denies").element("dd", String.join(", ", bucket.denies()));
        }
        String condition = bucket.condition();
        if (condition != null) {
            out.element("dt", "created").element("dd", "unknown: " + condition);
        }
        for (String optOut : bucket.optOuts()) {
            out.element("dt", "opted out").element("dd", optOut);
        }
        out.close().close();
    }
}
