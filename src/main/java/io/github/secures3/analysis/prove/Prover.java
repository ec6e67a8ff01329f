package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proves invariants of the buckets of an estate, or refutes them with requests.
 *
 * <p>All layers that the templates hold take part: bucket policy, access points, Block Public Access, KMS, identity policies and boundaries,
 * organization policies. Callers that the templates do not hold are taken at their worst: their own policies allow everything. Objects are taken to
 * be encrypted as the bucket does by default, unless the request's headers say otherwise.
 *
 * <p>A proof is sound, and complete where patterns, numbers, dates and addresses are compared with what the request carries. A policy variable
 * that ties two parts of a request together, a value that only the deployment knows, a layer that the templates do not hold, or a question that
 * takes too many steps can leave an invariant {@link Verdict.Undecided}.
 *
 * @since 0.1
 */
public final class Prover {

    private static final int MOST_EXAMPLES = 3;
    private static final Set<String> OF_ACCESS_POINTS =
            Set.of("s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin");

    private final Estate estate;
    private final Assumptions assumptions;
    private final Scenes scenes;
    private final Map<String, List<Scenes.Way>> ways = new LinkedHashMap<>();

    private final List<Prover> inOtherAccounts;

    private Prover(Estate estate, Assumptions assumptions, List<AccountBinding> accounts) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.scenes = new Scenes(estate, assumptions, accounts.get(0));
        this.inOtherAccounts = accounts.stream()
                .skip(1)
                .map(account -> new Prover(estate, assumptions, List.of(account)))
                .toList();
    }

    /** A prover about this estate. */
    public static Prover of(Estate estate, Assumptions assumptions) {
        return new Prover(estate, assumptions, AccountBinding.all(estate));
    }

    /** What all proofs take for granted about the estate, in words. */
    public List<String> assumptions() {
        return scenes.notes();
    }

    /** What an invariant may say about the bucket. */
    public BucketFacts factsOf(Bucket bucket) {
        Encryption encryption = waysTo(bucket).get(0).scene().situation().encryption();
        return new BucketFacts(
                scenes.bind(bucket.arn()), scenes.ownerOf(bucket), encryption == null ? null : encryption.keyArn());
    }

    /** Whether the invariant holds for all requests to the bucket. */
    public Verdict prove(Bucket bucket, Invariant invariant) {
        return proveAll(bucket, List.of(invariant)).get(0);
    }

    /** Whether each invariant holds for all requests to the bucket, in their order; together they take less time than one by one. */
    public List<Verdict> proveAll(Bucket bucket, List<Invariant> invariants) {
        return proveByAccount(bucket, invariants).stream()
                .map(verdicts -> verdicts.stream().reduce(Verdict::and).orElseThrow())
                .toList();
    }

    /**
     * Whether each invariant holds, in their order: one verdict for each account in which stacks that are bound to none are tried, or one where all
     * are bound.
     */
    public List<List<Verdict>> proveByAccount(Bucket bucket, List<Invariant> invariants) {
        List<List<Verdict>> byAccount = Stream.concat(Stream.of(this), inOtherAccounts.stream())
                .map(prover -> prover.proveHere(bucket, invariants))
                .toList();
        return IntStream.range(0, invariants.size())
                .mapToObj(at ->
                        byAccount.stream().map(verdicts -> verdicts.get(at)).toList())
                .toList();
    }

    /** The verdicts for stacks in one account, if the templates are bound to none. */
    private List<Verdict> proveHere(Bucket bucket, List<Invariant> invariants) {
        BucketFacts facts = factsOf(bucket);
        Map<Invariant, List<Statement>> asked = new LinkedHashMap<>();
        Map<Invariant, Findings> findings = new LinkedHashMap<>();
        for (Invariant invariant : invariants) {
            asked.put(
                    invariant,
                    invariant.requests(facts).stream().map(scenes::bind).toList());
            findings.put(invariant, new Findings());
        }
        for (Scenes.Way way : waysTo(bucket)) {
            for (Invariant.BucketPolicy policy : Invariant.BucketPolicy.values()) {
                Map<Invariant, List<Statement>> together = new LinkedHashMap<>(asked);
                together.keySet().removeIf(invariant -> invariant.bucketPolicy() != policy);
                if (!together.isEmpty()) {
                    boolean any = policy == Invariant.BucketPolicy.ANY;
                    ask(any ? withOpenBucketPolicy(way) : way, together, findings);
                }
            }
        }
        return invariants.stream()
                .map(invariant -> verdict(Objects.requireNonNull(findings.get(invariant))))
                .toList();
    }

    /** What was found against one invariant. */
    private static final class Findings {

        private final List<Counterexample> counterexamples = new ArrayList<>();
        private final Set<String> doubts = new LinkedHashSet<>();
        private boolean possible;
    }

    private Verdict verdict(Findings findings) {
        if (!findings.counterexamples.isEmpty()) {
            return new Verdict.Refuted(findings.counterexamples);
        }
        for (Gap gap : estate.gaps()) {
            findings.doubts.add(gap.name() + " at " + gap.at().text() + " could not be read: " + gap.reason());
        }
        if (findings.doubts.isEmpty() && !findings.possible) {
            return new Verdict.Undecided(
                    List.of("no request that the invariant is about can be made, so it says nothing"));
        }
        return findings.doubts.isEmpty()
                ? new Verdict.Proved(scenes.notes())
                : new Verdict.Undecided(List.copyOf(findings.doubts));
    }

    private List<Scenes.Way> waysTo(Bucket bucket) {
        return ways.computeIfAbsent(bucket.element().id(), id -> scenes.waysTo(bucket));
    }

    private void ask(Scenes.Way way, Map<Invariant, List<Statement>> asked, Map<Invariant, Findings> findings) {
        List<Statement> all =
                asked.values().stream().flatMap(List::stream).distinct().toList();
        Budget budget = new Budget(assumptions.steps());
        try {
            List<Inquiry> inquiries = Inquiry.about(way.scene(), all, budget);
            asked.forEach((invariant, statements) ->
                    ask(way, inquiries, invariant, statements, Objects.requireNonNull(findings.get(invariant))));
        } catch (OutOfBudgetException e) {
            asked.keySet()
                    .forEach(invariant -> Objects.requireNonNull(findings.get(invariant))
                            .doubts
                            .add(way.caller() + ": " + e.getMessage()));
        }
    }

    private void ask(
            Scenes.Way way,
            List<Inquiry> inquiries,
            Invariant invariant,
            List<Statement> statements,
            Findings findings) {
        boolean never = invariant.demand() == Invariant.Demand.NEVER;
        try {
            for (Statement statement : statements) {
                for (Inquiry inquiry : inquiries) {
                    if (inquiry.isAbout(statement) && (never || isMeant(way, statement))) {
                        findings.possible = findings.possible || inquiry.isPossible(statement, never);
                        ask(way, inquiry, statement, never, findings);
                    }
                }
            }
        } catch (OutOfBudgetException e) {
            findings.doubts.add(way.caller() + ": " + e.getMessage());
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
                findings.doubts.add(way.caller() + ": the evaluator does not confirm "
                        + example.get().action() + " on " + example.get().resource() + ": "
                        + replay.decision().reason());
                return;
            }
            findings.counterexamples.add(
                    new Counterexample(example.get(), replay.decision(), way.caller(), notes(way)));
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
            findings.counterexamples.add(
                    new Counterexample(doubt.request(), replay.decision(), way.caller(), notes(way)));
        } else if (doubt.reasons().isEmpty()) {
            findings.doubts.add(way.caller() + ": " + replay.decision().reason());
        } else {
            findings.doubts.addAll(doubt.reasons());
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
        return new Scenes.Way(way.identity(), way.accessPoint(), way.scene().in(open), way.caller(), way.notes());
    }
}
