package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.report.ProtectionSummary;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleTexts;
import io.github.secures3.analysis.report.Tally;
import io.github.secures3.analysis.report.access.AccessMap;
import io.github.secures3.analysis.rules.RuleSet;
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

    private static final List<Section> SECTIONS = List.of(
            Section.OVERVIEW,
            Section.ACCESS,
            Section.PROTECTIONS,
            Section.FINDINGS,
            Section.COVERAGE,
            Section.UNKNOWNS);

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
        String lead = Texts.count(estate.stacks().size(), "stack") + ", "
                + Texts.count(estate.buckets().size(), "bucket") + ": "
                + Tally.of(findings).words() + ".";
        return Frame.page("Who reaches your buckets, and what protects them", lead, SECTIONS, out -> {
            OverviewSection.write(out, summary, access, findings);
            AccessSection.write(out, access, isBound(estate));
            ProtectionsSection.write(out, summary);
            FindingsSection.write(out, Reported.open(findings, estate), RuleTexts.of(rules));
            CoverageSection.write(out, rules, findings);
            UnknownsSection.write(out, estate, access);
        });
    }

    private static boolean isBound(Estate estate) {
        return estate.stacks().stream()
                .noneMatch(
                        stack -> stack.account().isUnknown() || stack.region().isUnknown());
    }
}
