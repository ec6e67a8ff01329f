package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.report.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes HTML in which every text and value is escaped and every element is closed. */
final class HtmlWriter {

    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private int ids;

    /** Opens an element; attributes are pairs of name and value, those with an empty name are left out. */
    HtmlWriter open(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("the attributes of " + tag + " are no pairs of name and value");
        }
        out.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            if (!attributes[at].isEmpty()) {
                out.append(' ').append(attributes[at]).append("=\"").append(escaped(Shown.line(attributes[at + 1])));
                out.append('"');
            }
        }
        out.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    HtmlWriter close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        // Line breaks only where no text can stand beside, so that they show nowhere.
        if (!tag.equals("span") && !tag.equals("code") && !tag.equals("a") && !tag.equals("strong")) {
            out.append('\n');
        }
        return this;
    }

    /** A text on one line. */
    HtmlWriter text(String text) {
        out.append(escaped(Shown.line(text)));
        return this;
    }

    /** A space between two inline elements. */
    HtmlWriter space() {
        out.append(' ');
        return this;
    }

    /** An element with a text on one line. */
    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text with its lines, which the keyboard reaches to scroll it, under a name that is read out there. */
    HtmlWriter preformatted(String label, String text) {
        out.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(escaped(Shown.line(label)))
                .append("\">")
                .append(escaped(Shown.lines(text).stripTrailing()))
                .append("</pre>\n");
        return this;
    }

    /** A style sheet of our own, which holds no end tag. */
    HtmlWriter style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** An id that the page has not yet. */
    String newId() {
        ids++;
        return "x" + ids;
    }

    /** The page. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
