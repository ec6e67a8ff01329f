package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Proves invariants where stacks that are bound to no account are all in this one. */
final class AccountProver {

    private static final int MOST_EXAMPLES = 3;
    private static final Set<String> OF_ACCESS_POINTS =
            Set.of("s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin");

    private final Estate estate;
    private final Assumptions assumptions;
    private final Scenes scenes;
    private final Map<String, List<Scenes.Route>> routes = new HashMap<>();
    private final IdentityHashMap<Scenes.Way, String> texts = new IdentityHashMap<>();
    private Set<String> comparedWithUnknowns = Set.of();

    AccountProver(Estate estate, Assumptions assumptions, Scenes scenes) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.scenes = scenes;
    }

    Scenes scenes() {
        return scenes;
    }

    BucketFacts factsOf(Bucket bucket) {
        Encryption encryption =
                routesTo(bucket).get(0).withoutAccount().scene().situation().encryption();
        return new BucketFacts(
                scenes.bind(bucket.arn()),
                scenes.ownerOf(bucket),
                encryption == null ? null : encryption.keyArn(),
                bucket.objectLock().enabled().mayBe(on -> on));
    }

    /**
     * What came of an invariant here.
     *
     * @param verdict the verdict
     * @param texts all that led to it, as text
     */
    record Answer(Verdict verdict, List<String> texts) {

        /** Whether something that led to the verdict names the account, so that the verdict can be another there. */
        boolean mentions(String account) {
            return texts.stream().anyMatch(text -> text.contains(account));
        }
    }

    /** The answers to invariants, in their order. */
    Map<Invariant, Answer> prove(Bucket bucket, List<Invariant> invariants) {
        BucketFacts facts = factsOf(bucket);
        Map<Invariant, List<Statement>> asked = new LinkedHashMap<>();
        Map<Invariant, Findings> findings = new LinkedHashMap<>();
        for (Invariant invariant : invariants) {
            asked.put(
                    invariant,
                    invariant.requests(facts).stream().map(scenes::bind).toList());
            findings.put(invariant, new Findings());
        }
        SeenAccessPoints seen = SeenAccessPoints.of(routesTo(bucket));
        for (Scenes.Route route : routesTo(bucket)) {
            for (Invariant.BucketPolicy policy : Invariant.BucketPolicy.values()) {
                Map<Invariant, List<Statement>> together = new LinkedHashMap<>(asked);
                together.keySet().removeIf(invariant -> invariant.bucketPolicy() != policy);
                together.replaceAll((invariant, statements) -> seen.askedOn(route, statements));
                together.values().removeIf(List::isEmpty);
                ask(route, policy == Invariant.BucketPolicy.ANY, together, findings);
            }
        }
        Map<Invariant, Answer> answers = new LinkedHashMap<>();
        asked.forEach((invariant, statements) -> {
            Findings found = Objects.requireNonNull(findings.get(invariant));
            invariant.doubts(bucket, scenes).forEach(found::doubt);
            List<String> led = new ArrayList<>(List.of(statements.toString()));
            found.decisive().forEach(way -> led.add(text(way)));
            answers.put(invariant, new Answer(found.verdict(estate.gaps(), scenes.assumptions()), led));
        });
        return answers;
    }

    private String text(Scenes.Way way) {
        return texts.computeIfAbsent(
                way,
                said -> String.join(
                        " ",
                        way.scene().situation().toString(),
                        way.scene().bucketArn(),
                        way.scene().callers().toString(),
                        way.scene().context().toString()));
    }

    private List<Scenes.Route> routesTo(Bucket bucket) {
        return routes.computeIfAbsent(bucket.element().id(), id -> scenes.routesTo(bucket));
    }

    private void ask(
            Scenes.Route route,
            boolean anyBucketPolicy,
            Map<Invariant, List<Statement>> asked,
            Map<Invariant, Findings> findings) {
        if (asked.isEmpty()) {
            return;
        }
        ask(anyBucketPolicy ? withOpenBucketPolicy(route.withoutAccount()) : route.withoutAccount(), asked, findings);
        Map<Invariant, List<Statement>> left = new LinkedHashMap<>(asked);
        left.keySet().removeAll(settledForAll(route, anyBucketPolicy, asked, findings));
        for (Scenes.Way way : route.apart()) {
            left.keySet().removeIf(invariant -> isSettled(invariant, findings));
            if (!left.isEmpty()) {
                ask(anyBucketPolicy ? withOpenBucketPolicy(way) : way, left, findings);
            }
        }
    }

    private static boolean isSettled(Invariant invariant, Map<Invariant, Findings> findings) {
        return invariant.isRefutedByOne()
                && Objects.requireNonNull(findings.get(invariant)).isRefuted();
    }

    /**
     * What no caller can do whatever its own policies allow, none can with those it has; and what a caller can do that the templates do not hold is a
     * counterexample. Where that settles a question, callers need not be looked at one by one.
     */
    private Set<Invariant> settledForAll(
            Scenes.Route route,
            boolean anyBucketPolicy,
            Map<Invariant, List<Statement>> asked,
            Map<Invariant, Findings> findings) {
        if (route.inclusive().isEmpty()) {
            return Set.of();
        }
        Map<Invariant, List<Statement>> open = new LinkedHashMap<>(asked);
        open.keySet()
                .removeIf(invariant -> invariant.demand() != Invariant.Demand.NEVER || isSettled(invariant, findings));
        Map<Invariant, Findings> ofAll = new LinkedHashMap<>();
        open.keySet().forEach(invariant -> ofAll.put(invariant, new Findings()));
        for (Scenes.Way way : route.inclusive()) {
            if (!open.isEmpty()) {
                ask(anyBucketPolicy ? withOpenBucketPolicy(way) : way, open, ofAll);
                open.keySet()
                        .removeIf(invariant ->
                                !Objects.requireNonNull(ofAll.get(invariant)).areEmpty());
            }
        }
        Set<Invariant> settled = new LinkedHashSet<>();
        ofAll.forEach((invariant, found) -> {
            boolean refuted = invariant.isRefutedByOne()
                    && !assumptions.closedAccount()
                    && found.counterexamples().stream()
                            .anyMatch(each ->
                                    route.isBeyondTemplates(each.request().principal()));
            if (refuted || found.areEmpty()) {
                settled.add(invariant);
                Objects.requireNonNull(findings.get(invariant)).join(found);
            }
        });
        return settled;
    }

    private void ask(Scenes.Way way, Map<Invariant, List<Statement>> asked, Map<Invariant, Findings> findings) {
        asked.keySet()
                .forEach(invariant ->
                        Objects.requireNonNull(findings.get(invariant)).ask(way));
        List<Statement> all =
                asked.values().stream().flatMap(List::stream).distinct().toList();
        Budget budget = new Budget(assumptions.steps());
        try {
            List<Inquiry> inquiries = Inquiry.about(way.scene(), all, comparedWithUnknowns, budget);
            comparedWithUnknowns = inquiries.get(0).comparedWithUnknowns();
            for (Inquiry inquiry : inquiries) {
                ask(way, inquiry, asked, findings);
            }
        } catch (OutOfBudgetException e) {
            asked.keySet()
                    .forEach(invariant -> Objects.requireNonNull(findings.get(invariant))
                            .doubt(way.caller() + ": " + e.getMessage()));
        }
    }

    private void ask(
            Scenes.Way way,
            Inquiry inquiry,
            Map<Invariant, List<Statement>> asked,
            Map<Invariant, Findings> findings) {
        for (Invariant.Demand demand : Invariant.Demand.values()) {
            boolean never = demand == Invariant.Demand.NEVER;
            Map<Invariant, List<Statement>> alike = new LinkedHashMap<>();
            asked.forEach((invariant, statements) -> {
                if (invariant.demand() == demand) {
                    alike.put(
                            invariant,
                            statements.stream()
                                    .filter(inquiry::isAbout)
                                    .filter(statement -> never || isMeant(way, statement))
                                    .toList());
                }
            });
            Set<Statement> ruledOut = inquiry.ruledOut(
                    alike.values().stream().flatMap(List::stream).toList(), never);
            alike.forEach((invariant, statements) -> ask(
                    way, inquiry, statements, ruledOut, never, Objects.requireNonNull(findings.get(invariant))));
        }
    }

    private void ask(
            Scenes.Way way,
            Inquiry inquiry,
            List<Statement> statements,
            Set<Statement> ruledOut,
            boolean never,
            Findings findings) {
        try {
            for (Statement statement : statements) {
                if (!ruledOut.contains(statement)) {
                    ask(way, inquiry, statement, never, findings);
                }
                // What was found shows that there are such requests.
                findings.requests(() -> inquiry.isPossible(statement, never));
            }
        } catch (OutOfBudgetException e) {
            findings.doubt(way.caller() + ": " + e.getMessage());
        }
    }

    /** Who may do something may do it directly, unless an access point is named. */
    private static boolean isMeant(Scenes.Way way, Statement asked) {
        boolean through = asked.conditions().all().stream()
                .anyMatch(condition -> OF_ACCESS_POINTS.contains(condition.key().toLowerCase(Locale.ROOT)));
        return through == (way.scene().situation().accessPoint() != null);
    }

    private void ask(Scenes.Way way, Inquiry inquiry, Statement asked, boolean never, Findings findings) {
        Set<Statement> explained = new HashSet<>();
        Optional<AccessRequest> example = inquiry.example(asked, never, explained);
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
            boolean more = never && explained.addAll(replay.granting());
            example = more ? inquiry.example(asked, true, explained) : Optional.empty();
        }
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

    private static Scenes.Way withOpenBucketPolicy(Scenes.Way way) {
        Situation open = way.scene().situation().toBuilder()
                .resourcePolicy(Placement.OPEN)
                .build();
        return way.in(open);
    }
}
