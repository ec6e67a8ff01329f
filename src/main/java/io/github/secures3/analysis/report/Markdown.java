package io.github.secures3.analysis.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in GitHub Flavored Markdown that stay what they are: no markup, no HTML, no mention of people, issues or addresses.
 *
 * @see <a href="https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls">
 *     Autolinked references and URLs</a>
 */
final class Markdown {

    /** What Markdown takes for markup when it stands in running text. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]");

    /** What GitHub turns into links and pictures after Markdown is done; an empty comment keeps it apart. */
    private static final Pattern REFERENCE =
            Pattern.compile("@|#(?=\\w)|(?i:gh-)(?=\\d)|://|(?i:www)(?=\\.)|:(?=[\\w+\\\\-]+:)");

    /** Names of resources, which read better as code; a closing comma or full stop belongs to the sentence. */
    private static final Pattern ARN = Pattern.compile("(?<![\\w:])arn:[^\\s]*[^\\s,.;:]");

    private static final String APART = "<!-- -->";

    private Markdown() {}

    /** Running text on one line, with ARNs as code. */
    static String text(String text) {
        String line = Shown.line(text);
        StringBuilder out = new StringBuilder();
        Matcher arn = ARN.matcher(line);
        int from = 0;
        while (arn.find()) {
            out.append(words(line.substring(from, arn.start()))).append(code(arn.group()));
            from = arn.end();
        }
        return out.append(words(line.substring(from))).toString();
    }

    private static String words(String text) {
        String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String escaped = MARKUP.matcher(plain).replaceAll("\\\\$0");
        return REFERENCE.matcher(escaped).replaceAll(found -> {
            String reference = found.group();
            return reference.startsWith(":") && reference.length() > 1
                    ? ":" + APART + "//"
                    : Matcher.quoteReplacement(reference) + APART;
        });
    }

    /** A code span on one line, also within a table. */
    static String code(String text) {
        String line = Shown.line(text);
        if (line.isEmpty()) {
            return "";
        }
        int longest = 0;
        int run = 0;
        for (int at = 0; at < line.length(); at++) {
            run = line.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String space = longest == 0 ? "" : " ";
        return fence + space + line.replace("|", "\\|") + space + fence;
    }

    /** A block of lines as they are. */
    static String block(String text) {
        String lines = Shown.lines(text).stripTrailing();
        int longest = 2;
        int run = 0;
        for (int at = 0; at < lines.length(); at++) {
            run = lines.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + lines + "\n" + fence + "\n";
    }

    /** A link, or the text alone where the address is none that a browser may follow. */
    static String link(String shown, String address) {
        return address.matches("https://[\\w./#%~+-]+") ? "[" + shown + "](" + address + ")" : shown;
    }
}
