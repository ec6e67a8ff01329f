package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.Verdict;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.report.DiffSummary;
import io.github.secures3.analysis.report.Reported;
import io.github.secures3.analysis.report.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page of HTML about a change: what it weakens and strengthens, and each bucket before and after it, side by side.
 *
 * @since 0.1
 */
public final class HtmlDiffReport {

    private static final List<Section> SECTIONS =
            List.of(Section.OVERVIEW, Section.CHANGES, Section.BEFORE_AND_AFTER, Section.UNKNOWNS);

    private static final RuleTexts RULES = RuleTexts.ofComparisons();

    private HtmlDiffReport() {}

    /** The page. */
    public static String render(EstateDiff diff) {
        return Frame.page("What this change does to your buckets", DiffSummary.sentence(diff), SECTIONS, out -> {
            overview(out, diff);
            changes(out, diff);
            BeforeAndAfterSection.write(out, diff.differences());
            unknowns(out, diff.differences());
        });
    }

    private static void overview(HtmlWriter out, EstateDiff diff) {
        Section.OVERVIEW.open(out).open("ul", "class", "cards");
        boolean weakened = diff.verdict() == Verdict.WEAKENED;
        OverviewSection.card(
                out, weakened ? "bad" : "ok", "Verdict", diff.verdict().text());
        for (Direction direction : Direction.values()) {
            long number = diff.changes(direction).stream()
                    .filter(change -> diff.acceptance(change).isEmpty())
                    .count();
            String state = number == 0 ? "plain" : style(direction);
            OverviewSection.card(out, state, capitalized(direction.text()), Texts.count(number, "change"));
        }
        long accepted = diff.changes().stream()
                .filter(change -> diff.acceptance(change).isPresent())
                .count();
        if (accepted > 0) {
            OverviewSection.card(out, "plain", "Accepted", Texts.count(accepted, "change"));
        }
        out.close().close();
    }

    private static void changes(HtmlWriter out, EstateDiff diff) {
        Section.CHANGES.open(out);
        if (diff.changes().isEmpty()) {
            out.element("p", "There are none.");
        }
        for (Kind kind : Kind.values()) {
            List<Reported> some = Reported.of(diff, kind);
            if (!some.isEmpty()) {
                out.element("h3", capitalized(kind.text()));
            }
            some.forEach(change -> FindingsSection.finding(out, change, RULES.of(change.finding()), style(change)));
        }
        if (!diff.baselineFindings().isEmpty()) {
            out.element("h3", "Baseline");
            diff.baselineFindings()
                    .forEach(
                            finding -> FindingsSection.finding(out, Reported.open(finding), RULES.of(finding), "warn"));
        }
        out.close();
    }

    private static String style(Reported change) {
        Direction direction = change.direction();
        return direction == null || !change.isOpen() ? "plain" : style(direction);
    }

    private static String style(Direction direction) {
        return switch (direction) {
            case WEAKENED -> "bad";
            case UNDECIDED -> "warn";
            case NEUTRAL -> "plain";
            case STRENGTHENED -> "ok";
        };
    }

    private static void unknowns(HtmlWriter out, Differences differences) {
        Section.UNKNOWNS.open(out).open("ul");
        List<Gap> gaps = new ArrayList<>(differences.base().gaps());
        gaps.addAll(differences.head().gaps());
        gaps.forEach(gap -> UnknownsSection.gap(out, gap));
        out.element(
                "li",
                "Administrators of the accounts, and other identities that the templates do not hold, are not shown.");
        out.close().close();
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
