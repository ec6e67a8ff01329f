package io.github.secures3.analysis.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What every page has around its sections: head, style, heading, navigation and foot. */
final class Frame {

    private static final String STYLE = "report.css";

    private Frame() {}

    /**
     * The whole page.
     *
     * @param title the heading
     * @param lead what it comes to, in one line
     * @param sections the sections that the body writes
     * @param body writes them
     */
    static String page(String title, String lead, List<Section> sections, Consumer<HtmlWriter> body) {
        HtmlWriter out = new HtmlWriter();
        out.open("html", "lang", "en");
        head(out);
        out.open("body");
        out.element("a", "Skip to the report", "class", "skip", "href", "#report");
        out.open("header", "class", "top").open("div", "class", "wide");
        out.element("p", "secure-s3 report", "class", "brand");
        out.element("h1", title).element("p", lead, "class", "lead");
        out.close().close();
        out.open("nav", "aria-label", "Sections").open("ul", "class", "wide");
        for (Section section : sections) {
            out.open("li")
                    .element("a", section.title(), "href", "#" + section.anchor())
                    .close();
        }
        out.close().close();
        out.open("main", "id", "report");
        body.accept(out);
        out.close();
        out.open("footer")
                .element(
                        "p",
                        "Written by secure-s3 from templates alone. It proves nothing about what somebody changed by hand.")
                .close();
        return out.close().close().page();
    }

    private static void head(HtmlWriter out) {
        out.open("head");
        out.open("meta", "charset", "utf-8");
        out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.open("meta", "name", "color-scheme", "content", "light dark");
        out.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        out.element("title", "S3 security report");
        out.style(style());
        out.close();
    }

    private static String style() {
        try (InputStream in = Frame.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException(STYLE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(STYLE + " cannot be read from the jar", unreadable);
        }
    }
}
