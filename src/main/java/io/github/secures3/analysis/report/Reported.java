package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.SourceLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding as reports show it.
 *
 * @param finding the finding
 * @param direction what the change that it is about does to security, or null where nothing was compared
 * @param acceptance the entry of a baseline that accepts it, or null where it is open
 * @param source the line of the app that makes the resource, or null where no cloud assembly names one
 * @since 0.1
 */
public record Reported(
        Finding finding,
        @Nullable Direction direction,
        @Nullable Acceptance acceptance,
        @Nullable SourceLine source) {

    private static final String ACCEPTED = "accepted";

    /** Checks that there is a finding. */
    public Reported {
        Objects.requireNonNull(finding, "finding");
    }

    /** A finding that is open and comes from no app that is known. */
    public static Reported open(Finding finding) {
        return new Reported(finding, null, null, null);
    }

    /** Findings about this estate that are open. */
    public static List<Reported> open(List<Finding> findings, Estate estate) {
        Map<String, SourceLine> sources = sources(estate);
        return findings.stream()
                .map(finding -> new Reported(finding, null, null, sources.get(finding.resource())))
                .toList();
    }

    /** What a check of this estate found: what is open, and then what is accepted. */
    public static List<Reported> of(Baseline.Outcome outcome, Estate estate) {
        Map<String, SourceLine> sources = sources(estate);
        List<Reported> all = new ArrayList<>(open(outcome.open(), estate));
        for (Baseline.Accepted each : outcome.accepted()) {
            Finding finding = each.finding();
            all.add(new Reported(finding, null, each.by(), sources.get(finding.resource())));
        }
        return all;
    }

    /** What a comparison found: what is open, the weakened first; then what is wrong with the baseline; then what is accepted. */
    public static List<Reported> of(EstateDiff diff) {
        List<Reported> all = new ArrayList<>();
        List<Reported> accepted = new ArrayList<>();
        changes(diff, diff.changes()).forEach(each -> (each.isOpen() ? all : accepted).add(each));
        all.sort(Comparator.comparing(Reported::direction, Comparator.nullsLast(Comparator.naturalOrder())));
        diff.baselineFindings().forEach(finding -> all.add(open(finding)));
        all.addAll(accepted);
        return all;
    }

    /** The changes of one kind, in the order of the comparison. */
    public static List<Reported> of(EstateDiff diff, Kind kind) {
        return changes(diff, diff.changes(kind));
    }

    private static List<Reported> changes(EstateDiff diff, List<Change> changes) {
        Map<String, SourceLine> sources = sources(diff.differences().base());
        sources.putAll(sources(diff.differences().head()));
        return changes.stream()
                .map(change -> new Reported(
                        change.finding(),
                        change.direction(),
                        diff.acceptance(change).orElse(null),
                        sources.get(change.finding().resource())))
                .toList();
    }

    private static Map<String, SourceLine> sources(Estate estate) {
        Map<String, SourceLine> sources = new HashMap<>();
        for (Resource resource : estate.resources()) {
            SourceLine source = resource.element().source();
            if (source != null) {
                sources.put(resource.element().id(), source);
            }
        }
        return sources;
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
