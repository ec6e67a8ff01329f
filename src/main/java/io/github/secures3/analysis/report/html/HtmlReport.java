package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.Tally;
import io.github.secures3.analysis.report.access.AccessMap;
import io.github.secures3.analysis.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One page of HTML about an estate: who reaches which bucket by which way, the protections of each bucket, what was found, which controls are
 * met, and what is not known.
 *
 * <p>The page needs no network and no scripts, follows the reader's choice of light or dark, and is the same for the same templates.
 *
 * @since 0.1
 */
public final class HtmlReport {

    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /**
     * The page.
     *
     * @param estate what to look at
     * @param rules the rules that it was checked against
     * @param findings what they found and is not accepted
     */
    public static String render(Estate estate, RuleSet rules, List<Finding> findings) {
        ProtectionSummary summary = ProtectionSummary.of(estate);
        AccessMap access = AccessMap.of(estate);
        RuleTexts texts = RuleTexts.of(rules);
        HtmlWriter out = new HtmlWriter();
        out.open("html", "lang", "en");
        head(out);
        out.open("body");
        out.element("a", "Skip to the report", "class", "skip", "href", "#report");
        header(out, estate, findings);
        navigation(out);
        out.open("main", "id", "report");
        OverviewSection.write(out, summary, access, findings);
        AccessSection.write(out, access, isBound(estate));
        ProtectionsSection.write(out, summary);
        FindingsSection.write(out, findings, texts);
        CoverageSection.write(out, rules, findings);
        UnknownsSection.write(out, estate, access);
        out.close();
        out.open("footer")
                .element(
                        "p",
                        "Written by secure-s3 from templates alone. It proves nothing about what somebody changed by hand.")
                .close();
        return out.close().close().page();
    }

    private static boolean isBound(Estate estate) {
        return estate.stacks().stream()
                .noneMatch(
                        stack -> stack.account().isUnknown() || stack.region().isUnknown());
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
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException(STYLE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(STYLE + " cannot be read from the jar", unreadable);
        }
    }

    private static void header(HtmlWriter out, Estate estate, List<Finding> findings) {
        out.open("header", "class", "top").open("div", "class", "wide");
        out.element("p", "secure-s3 report", "class", "brand");
        out.element("h1", "Who reaches your buckets, and what protects them");
        int stacks = estate.stacks().size();
        out.element(
                "p",
                Texts.count(stacks, "stack") + ", "
                        + Texts.count(estate.buckets().size(), "bucket") + ": "
                        + Tally.of(findings).words() + ".",
                "class",
                "lead");
        out.close().close();
    }

    private static void navigation(HtmlWriter out) {
        out.open("nav", "aria-label", "Sections").open("ul", "class", "wide");
        for (Section section : Section.values()) {
            out.open("li")
                    .element("a", section.title(), "href", "#" + section.anchor())
                    .close();
        }
        out.close().close();
    }
}
