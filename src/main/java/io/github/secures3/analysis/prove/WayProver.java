package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks what callers by one way can do, of several invariants together; what it finds the evaluator confirms first. */
final class WayProver {

    private static final int MOST_EXAMPLES = 3;
    private static final Set<String> OF_ACCESS_POINTS =
            Set.of("s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin");

    private final Assumptions assumptions;
    private final Scenes scenes;
    private Set<String> comparedWithUnknowns = Set.of();

    WayProver(Assumptions assumptions, Scenes scenes) {
        this.assumptions = assumptions;
        this.scenes = scenes;
    }

    /** Asks about callers by one way, and adds to what was found against each invariant. */
    void ask(Scenes.Way way, Map<Invariant, List<Statement>> asked, Map<Invariant, Findings> findings) {
        asked.keySet()
                .forEach(invariant ->
                        Objects.requireNonNull(findings.get(invariant)).ask(way));
        List<Statement> all = all(asked);
        Budget budget = new Budget(assumptions.steps());
        try {
            List<Inquiry> inquiries = Inquiry.about(way.scene(), all, comparedWithUnknowns, budget);
            comparedWithUnknowns = inquiries.get(0).comparedWithUnknowns();
            for (Inquiry inquiry : inquiries) {
                for (Invariant.Demand demand : Invariant.Demand.values()) {
                    ask(way, inquiry, demand, asked, findings);
                }
            }
        } catch (OutOfBudgetException e) {
            doubt(way, asked.keySet(), findings, e);
        }
    }

    private static void doubt(
            Scenes.Way way, Set<Invariant> invariants, Map<Invariant, Findings> findings, OutOfBudgetException why) {
        invariants.forEach(invariant ->
                Objects.requireNonNull(findings.get(invariant)).doubt(way.caller() + ": " + why.getMessage()));
    }

    private void ask(
            Scenes.Way way,
            Inquiry inquiry,
            Invariant.Demand demand,
            Map<Invariant, List<Statement>> asked,
            Map<Invariant, Findings> findings) {
        boolean never = demand == Invariant.Demand.NEVER;
        Map<Invariant, List<Statement>> open = new LinkedHashMap<>(asked);
        open.keySet().removeIf(invariant -> invariant.demand() != demand);
        open.replaceAll((invariant, statements) -> statements.stream()
                .filter(inquiry::isAbout)
                .filter(statement -> never || isMeant(way, statement))
                .toList());
        open.values().removeIf(List::isEmpty);
        try {
            Set<Statement> ruledOut = inquiry.ruledOut(all(open), never);
            open.forEach((invariant, statements) -> {
                List<Statement> left = new ArrayList<>(statements);
                left.removeAll(ruledOut);
                ask(way, inquiry, left, invariant, Objects.requireNonNull(findings.get(invariant)));
            });
            // What was found shows that there are such requests.
            open.keySet()
                    .removeIf(invariant ->
                            !Objects.requireNonNull(findings.get(invariant)).maySayNothing());
            Set<Statement> impossible = inquiry.impossible(all(open), never);
            open.forEach((invariant, statements) -> {
                if (!impossible.containsAll(statements)) {
                    Objects.requireNonNull(findings.get(invariant)).saysSomething();
                }
            });
        } catch (OutOfBudgetException e) {
            // What is settled by then stays so.
            doubt(way, open.keySet(), findings, e);
        }
    }

    private void ask(
            Scenes.Way way, Inquiry inquiry, List<Statement> statements, Invariant invariant, Findings findings) {
        try {
            for (Statement statement : statements) {
                ask(way, inquiry, statement, invariant, findings);
            }
        } catch (OutOfBudgetException e) {
            findings.doubt(way.caller() + ": " + e.getMessage());
        }
    }

    private static List<Statement> all(Map<Invariant, List<Statement>> asked) {
        return asked.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Who may do something may do it directly, unless an access point is named. */
    private static boolean isMeant(Scenes.Way way, Statement asked) {
        boolean through = asked.conditions().all().stream()
                .anyMatch(condition -> OF_ACCESS_POINTS.contains(condition.key().toLowerCase(Locale.ROOT)));
        return through == (way.scene().situation().accessPoint() != null);
    }

    private void ask(Scenes.Way way, Inquiry inquiry, Statement asked, Invariant invariant, Findings findings) {
        boolean never = invariant.demand() == Invariant.Demand.NEVER;
        boolean one = invariant.isRefutedByOne();
        Set<Statement> explained = new HashSet<>();
        Optional<AccessRequest> example =
                one ? anyExample(way, inquiry, asked, never) : inquiry.example(asked, never, explained);
        if (example.isEmpty()) {
            inquiry.doubt(asked, never).ifPresent(doubt -> addDoubt(way, inquiry, asked, doubt, never, findings));
        }
        // Further examples are worth showing where other statements allow them.
        for (int found = 0; example.isPresent() && found < MOST_EXAMPLES; found++) {
            Replay replay = replay(way, inquiry, example.get());
            if (!replay.confirms(asked, never)) {
                findings.doubt(way.caller() + ": the evaluator does not confirm "
                        + example.get().action() + " on " + example.get().resource() + ": "
                        + replay.decision().reason());
                return;
            }
            findings.refute(way, new Counterexample(example.get(), replay.decision(), way.caller(), notes(way)));
            boolean more = never && !one && explained.addAll(replay.granting());
            example = more ? inquiry.example(asked, true, explained) : Optional.empty();
        }
    }

    /** The first that comes; where the evaluator does not confirm it, as where it is built around unknown values, one that is easy to read. */
    private static Optional<AccessRequest> anyExample(Scenes.Way way, Inquiry inquiry, Statement asked, boolean never) {
        Optional<AccessRequest> any = inquiry.anyExample(asked, never);
        boolean enough = any.isEmpty() || replay(way, inquiry, any.get()).confirms(asked, never);
        return enough ? any : inquiry.example(asked, never, Set.of());
    }

    /** A request that nobody can be sure about is tried all the same: where policy variables happen to fit, it is an example. */
    private void addDoubt(
            Scenes.Way way, Inquiry inquiry, Statement asked, Inquiry.Doubt doubt, boolean never, Findings findings) {
        Replay replay = replay(way, inquiry, doubt.request());
        boolean unseenAccessPoint = way.scene().situation().accessPoint() == null
                && doubt.request().context().containsKey("s3:dataaccesspointarn");
        if (!unseenAccessPoint && replay.confirms(asked, never)) {
            findings.refute(way, new Counterexample(doubt.request(), replay.decision(), way.caller(), notes(way)));
        } else if (doubt.reasons().isEmpty()) {
            findings.doubt(way.caller() + ": " + replay.decision().reason());
        } else {
            doubt.reasons().forEach(findings::doubt);
        }
    }

    private static Replay replay(Scenes.Way way, Inquiry inquiry, AccessRequest request) {
        return new Replay(request, way.scene().situation(), inquiry.bucketResource(request));
    }

    private List<String> notes(Scenes.Way way) {
        List<String> notes = new ArrayList<>(way.notes());
        notes.addAll(scenes.notes());
        return notes;
    }
}
