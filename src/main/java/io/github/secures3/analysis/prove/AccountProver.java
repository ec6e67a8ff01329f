package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Proves invariants where stacks that are bound to no account are all in this one. */
final class AccountProver {

    private final Estate estate;
    private final Assumptions assumptions;
    private final Scenes scenes;
    private final Map<String, List<Scenes.Route>> routes = new HashMap<>();
    private final IdentityHashMap<Scenes.Way, String> texts = new IdentityHashMap<>();
    private final WayProver prover;

    AccountProver(Estate estate, Assumptions assumptions, Scenes scenes) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.scenes = scenes;
        this.prover = new WayProver(assumptions, scenes);
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
     * @param texts all that led to it, as text, which takes a while to write
     */
    record Answer(Verdict verdict, Supplier<List<String>> texts) {

        /** Whether something that led to the verdict names the account, so that the verdict can be another there. */
        boolean mentions(String account) {
            return texts.get().stream().anyMatch(text -> text.contains(account));
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
        List<String> taken = scenes.assumptions();
        Map<Invariant, Answer> answers = new LinkedHashMap<>();
        asked.forEach((invariant, statements) -> {
            Findings found = Objects.requireNonNull(findings.get(invariant));
            invariant.doubts(bucket, scenes).forEach(found::doubt);
            answers.put(invariant, new Answer(found.verdict(estate.gaps(), taken), () -> texts(statements, found)));
        });
        return answers;
    }

    private List<String> texts(List<Statement> asked, Findings found) {
        List<String> texts = new ArrayList<>(List.of(asked.toString()));
        found.decisive().forEach(way -> texts.add(text(way)));
        return texts;
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
        prover.ask(
                anyBucketPolicy ? withOpenBucketPolicy(route.withoutAccount()) : route.withoutAccount(),
                asked,
                findings);
        Map<Invariant, List<Statement>> left = new LinkedHashMap<>(asked);
        left.keySet().removeAll(settledForAll(route, anyBucketPolicy, asked, findings));
        for (Scenes.Way way : left.isEmpty() ? List.<Scenes.Way>of() : route.apart()) {
            left.keySet().removeIf(invariant -> isSettled(invariant, findings));
            if (!left.isEmpty()) {
                prover.ask(anyBucketPolicy ? withOpenBucketPolicy(way) : way, left, findings);
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
        open.keySet()
                .forEach(invariant -> ofAll.put(
                        invariant,
                        Objects.requireNonNull(findings.get(invariant)).ofOthers()));
        for (Scenes.Way way : route.inclusive()) {
            if (!open.isEmpty()) {
                prover.ask(anyBucketPolicy ? withOpenBucketPolicy(way) : way, open, ofAll);
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

    private static Scenes.Way withOpenBucketPolicy(Scenes.Way way) {
        Situation open = way.scene().situation().toBuilder()
                .resourcePolicy(Placement.OPEN)
                .build();
        return way.in(open);
    }
}
