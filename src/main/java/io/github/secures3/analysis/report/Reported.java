package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding as reports show it.
 *
 * @param finding the finding
 * @param direction what the change that it is about does to security, or null where nothing was compared
 * @param acceptance the entry of a baseline that accepts it, or null where it is open
 * @since 0.1
 */
public record Reported(
        Finding finding,
        @Nullable Direction direction,
        @Nullable Acceptance acceptance) {

    private static final String ACCEPTED = "accepted";

    /** What counts first, then the weakened, then the undecided. */
    private static final Comparator<Change> BY_WEIGHT =
            Comparator.comparing(Change::direction).thenComparing(Comparator.naturalOrder());

    /** Checks that there is a finding. */
    public Reported {
        Objects.requireNonNull(finding, "finding");
    }

    /** A finding that is open. */
    public static Reported open(Finding finding) {
        return new Reported(finding, null, null);
    }

    /** What a check found: what is open, and then what is accepted. */
    public static List<Reported> of(Baseline.Outcome outcome) {
        List<Reported> all = new ArrayList<>();
        outcome.open().forEach(finding -> all.add(open(finding)));
        outcome.accepted().forEach(each -> all.add(new Reported(each.finding(), null, each.by())));
        return all;
    }

    /** What a comparison found: what is open, the weakened first; then what is wrong with the baseline; then what is accepted. */
    public static List<Reported> of(EstateDiff diff) {
        List<Reported> all = new ArrayList<>();
        List<Reported> accepted = new ArrayList<>();
        diff.changes().stream().sorted(BY_WEIGHT).forEach(change -> {
            Acceptance by = diff.acceptance(change).orElse(null);
            (by == null ? all : accepted).add(new Reported(change.finding(), change.direction(), by));
        });
        diff.baselineFindings().forEach(finding -> all.add(open(finding)));
        all.addAll(accepted);
        return all;
    }

    /** Whether nobody accepted it. */
    public boolean isOpen() {
        return acceptance == null;
    }

    /** One word on how much it counts: that it is accepted, else the direction, else the severity. */
    public String label() {
        if (acceptance != null) {
            return ACCEPTED;
        }
        return direction == null ? finding.severity().text() : direction.text();
    }

    /** Whether it asks for something to be done: a change does not where it leaves security as it was or strengthens it. */
    public boolean asksForAction() {
        return direction == null || direction.countsAsWeakened();
    }

    /** The message, after the direction where there is one. */
    String message() {
        return direction == null ? finding.message() : direction.text() + ": " + finding.message();
    }
}
