package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.report.access.AccessRow;
import io.github.secures3.analysis.report.access.Caller;
import io.github.secures3.analysis.report.access.Capability;
import io.github.secures3.analysis.report.access.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ways into one bucket as a drawing: callers on the left, what each can do, and a line to the bucket on the right. It comes twice, for wide
 * and for narrow screens, of which style sheets show one.
 */
final class AccessPicture {

    private static final int MOST = 14;

    private final HtmlWriter out;
    private final boolean wide;
    private final int width;
    private final int rowHeight;
    private final int top;

    private AccessPicture(HtmlWriter out, boolean wide) {
        this.out = out;
        this.wide = wide;
        this.width = wide ? 900 : 320;
        this.rowHeight = wide ? 46 : 70;
        this.top = wide ? 8 : 44;
    }

    static void write(HtmlWriter out, String bucket, List<AccessRow> rows) {
        String title = "Ways into " + bucket;
        new AccessPicture(out, true).draw("picture wide-only", title, bucket, rows);
        new AccessPicture(out, false).draw("picture narrow-only", title, bucket, rows);
    }

    /** The narrow drawing alone, for any screen. */
    static void narrow(HtmlWriter out, String title, String bucket, List<AccessRow> rows) {
        new AccessPicture(out, false).draw("picture", title, bucket, rows);
    }

    private void draw(String style, String shownAs, String bucket, List<AccessRow> rows) {
        List<AccessRow> shown = rows.stream().limit(MOST).toList();
        int more = rows.size() - shown.size();
        int height = top + shown.size() * rowHeight + (more > 0 ? 24 : 0) + 8;
        String title = out.newId();
        String description = out.newId();
        out.open(
                "svg",
                "class",
                style,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-labelledby",
                title + " " + description);
        out.element("title", shownAs, "id", title);
        out.element("desc", described(rows), "id", description);
        int middle = top + shown.size() * rowHeight / 2;
        for (int at = 0; at < shown.size(); at++) {
            line(shown.get(at), top + at * rowHeight, middle);
        }
        trunk(shown.size());
        bucketBox(bucket, middle);
        for (int at = 0; at < shown.size(); at++) {
            row(shown.get(at), top + at * rowHeight);
        }
        if (more > 0) {
            text("and " + more + " more in the table", 0, height - 12, "sub");
        }
        out.close();
    }

    private static String described(List<AccessRow> rows) {
        return rows.stream().map(AccessPicture::sentence).collect(Collectors.joining(" "));
    }

    /** What one caller can do by one way. */
    static String sentence(AccessRow row) {
        List<String> can = new ArrayList<>();
        List<String> may = new ArrayList<>();
        row.reach().forEach((capability, reach) -> {
            if (reach.isAllowed()) {
                can.add(capability.text());
            } else if (reach.isUndecided()) {
                may.add(capability.text());
            }
        });
        String sure = can.isEmpty() ? "" : " can " + String.join(", ", can);
        String open = may.isEmpty() ? "" : (can.isEmpty() ? "" : ";") + " undecided: " + String.join(", ", may);
        return row.caller().name() + " (" + row.way() + ")" + sure + open + ".";
    }

    private void line(AccessRow row, int y, int middle) {
        String style = "way " + colour(row.caller().kind()) + (row.reaches() ? "" : " maybe");
        if (wide) {
            int from = y + rowHeight / 2;
            out.open(
                            "path",
                            "class",
                            style,
                            "d",
                            "M586 " + from + " C660 " + from + " 620 " + middle + " 700 " + middle)
                    .close();
        } else {
            out.open("path", "class", style, "d", "M150 " + (y + 48) + " H300").close();
        }
    }

    /** On narrow screens all lines end in one that leads up to the bucket. */
    private void trunk(int rows) {
        if (!wide) {
            out.open("path", "class", "trunk", "d", "M300 " + (top + (rows - 1) * rowHeight + 48) + " V36")
                    .close();
        }
    }

    private void bucketBox(String bucket, int middle) {
        if (wide) {
            out.open(
                            "rect",
                            "class",
                            "box",
                            "x",
                            "700",
                            "y",
                            "" + (middle - 22),
                            "width",
                            "196",
                            "height",
                            "44",
                            "rx",
                            "8")
                    .close();
            textIn(Texts.tail(bucket.substring(bucket.lastIndexOf('/') + 1), 22), 798, middle + 5, "box-text");
        } else {
            out.open("rect", "class", "box", "x", "162", "y", "4", "width", "156", "height", "32", "rx", "8")
                    .close();
            textIn(Texts.tail(bucket.substring(bucket.lastIndexOf('/') + 1), 15), 240, 25, "box-text");
        }
    }

    private void row(AccessRow row, int y) {
        Caller caller = row.caller();
        int base = wide ? y + 20 : y + 16;
        text(Texts.tail(caller.name(), wide ? 50 : 31), 14, base, "who");
        text(Texts.head(caller.kind().text() + ", " + row.way(), wide ? 62 : 44), 14, base + 15, "sub");
        out.open("circle", "class", "dot " + colour(caller.kind()), "cx", "5", "cy", "" + (base - 5), "r", "4")
                .close();
        int x = wide ? 444 : 14;
        int keys = wide ? y + rowHeight / 2 - 10 : y + 38;
        for (Capability capability : Capability.values()) {
            Reach reach = row.reach().get(capability);
            boolean sure = reach != null && reach.isAllowed();
            boolean open = reach != null && reach.isUndecided();
            String state = sure ? "yes" : open ? "maybe" : "no";
            out.open(
                            "rect",
                            "class",
                            "key " + state,
                            "x",
                            "" + x,
                            "y",
                            "" + keys,
                            "width",
                            "23",
                            "height",
                            "20",
                            "rx",
                            "4")
                    .close();
            if (sure || open) {
                textIn(AccessSection.letter(capability), x + 11, keys + 15, "letter " + state);
            }
            x += 26;
        }
    }

    /** Who is known to the templates is calm, who is not stands out. */
    private static String colour(Caller.Kind kind) {
        return switch (kind) {
            case ANONYMOUS, STRANGER -> "world";
            case ACCOUNT, PRINCIPAL, GRANTEE -> "outside";
            case SERVICE -> "service";
            case ROLE, USER -> "inside";
        };
    }

    private void text(String text, int x, int y, String style) {
        out.element("text", text, "class", style, "x", "" + x, "y", "" + y);
    }

    private void textIn(String text, int x, int y, String style) {
        out.element("text", text, "class", style, "x", "" + x, "y", "" + y, "text-anchor", "middle");
    }
}
