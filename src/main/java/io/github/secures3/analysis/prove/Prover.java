package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.prove.internal.Budget;
import io.github.secures3.analysis.prove.internal.OutOfBudgetException;
import io.github.secures3.analysis.prove.internal.Question;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private static final AttachedPolicy OPEN_BUCKET_POLICY = AttachedPolicy.of(PolicyDocument.of(new Statement(
            "AllowEveryone",
            Effect.ALLOW,
            Principals.everyone(),
            Actions.of("*"),
            Resources.of("*"),
            Conditions.none())));
    private static final AttachedPolicy OPEN_KEY_POLICY = OPEN_BUCKET_POLICY;

    private final Estate estate;
    private final Assumptions assumptions;
    private final Scenes scenes;
    private final Map<Bucket, List<Scenes.Way>> ways = new LinkedHashMap<>();

    private Prover(Estate estate, Assumptions assumptions) {
        this.estate = estate;
        this.assumptions = assumptions;
        this.scenes = new Scenes(estate, assumptions);
    }

    /** A prover about this estate. */
    public static Prover of(Estate estate, Assumptions assumptions) {
        return new Prover(estate, assumptions);
    }

    /** What an invariant may say about the bucket. */
    public BucketFacts factsOf(Bucket bucket) {
        Situation situation = waysTo(bucket).get(0).scene().situation();
        Encryption encryption = situation.encryption();
        return new BucketFacts(
                scenes.bind(bucket.arn()),
                scenes.ownerOf(bucket),
                encryption == null ? null : encryption.keyArn());
    }

    /** Whether the invariant holds for all requests to the bucket. */
    public Verdict prove(Bucket bucket, Invariant invariant) {
        List<Statement> requests = invariant.requests(factsOf(bucket));
        List<Counterexample> counterexamples = new ArrayList<>();
        Set<String> doubts = new LinkedHashSet<>();
        for (Scenes.Way way : waysTo(bucket)) {
            Scenes.Way asked = invariant.bucketPolicy() == Invariant.BucketPolicy.ANY ? withOpenBucketPolicy(way) : way;
            for (Statement request : requests) {
                ask(asked, invariant.demand(), request, counterexamples, doubts);
            }
        }
        if (!counterexamples.isEmpty()) {
            return new Verdict.Refuted(counterexamples);
        }
        for (Gap gap : estate.gaps()) {
            doubts.add(gap.name() + " at " + gap.at().text() + " could not be read: " + gap.reason());
        }
        return doubts.isEmpty() ? new Verdict.Proved(scenes.notes()) : new Verdict.Undecided(List.copyOf(doubts));
    }

    private List<Scenes.Way> waysTo(Bucket bucket) {
        return ways.computeIfAbsent(bucket, scenes::waysTo);
    }

    private void ask(
            Scenes.Way way,
            Invariant.Demand demand,
            Statement request,
            List<Counterexample> counterexamples,
            Set<String> doubts) {
        try {
            Budget budget = new Budget(assumptions.steps());
            boolean never = demand == Invariant.Demand.NEVER;
            Question question = never
                    ? Question.canBeAllowed(way.scene(), List.of(request), budget)
                    : Question.canBeRefused(way.scene(), List.of(request), budget);
            int found = addExamples(way, question, never, counterexamples, doubts);
            if (found == 0) {
                question.doubt().ifPresent(doubt -> addDoubt(way, doubt, never, counterexamples, doubts));
            }
        } catch (OutOfBudgetException e) {
            doubts.add(way.caller() + ": " + e.getMessage());
        }
    }

    /** Examples that different statements allow; each is confirmed by the evaluator first. */
    private int addExamples(
            Scenes.Way way,
            Question question,
            boolean never,
            List<Counterexample> counterexamples,
            Set<String> doubts) {
        Set<Statement> explained = new HashSet<>();
        int found = 0;
        Optional<AccessRequest> example = question.example(explained);
        while (example.isPresent() && found < MOST_EXAMPLES) {
            Situation situation = situationOf(way.scene().situation(), question, example.get());
            Decision decision = Evaluator.decide(example.get(), situation);
            if (decision.isAllowed() != never || decision.outcome() == Outcome.UNDECIDED) {
                doubts.add(way.caller() + ": the evaluator does not confirm " + example.get().action() + " on "
                        + example.get().resource() + ": " + decision.reason());
                return 1;
            }
            counterexamples.add(new Counterexample(example.get(), decision, way.caller(), notes(way)));
            found++;
            Set<Statement> granting = granting(decision, situation);
            if (!never || granting.isEmpty() || !explained.addAll(granting)) {
                return found;
            }
            example = question.example(explained);
        }
        return found;
    }

    private void addDoubt(
            Scenes.Way way,
            Question.Doubt doubt,
            boolean never,
            List<Counterexample> counterexamples,
            Set<String> doubts) {
        doubts.addAll(
                doubt.reasons().isEmpty() ? List.of(way.caller() + " may do what the invariant rules out") : doubt.reasons());
    }

    private List<String> notes(Scenes.Way way) {
        List<String> notes = new ArrayList<>(way.notes());
        notes.addAll(scenes.notes());
        return notes;
    }

    /** The situation of one request: its headers can choose another encryption than the bucket's. */
    private static Situation situationOf(Situation situation, Question question, AccessRequest request) {
        Situation.Builder own = situation.toBuilder();
        if (situation.accessPoint() != null) {
            own.bucketResource(question.bucketResource(request));
        }
        List<String> algorithm = request.context().getOrDefault("s3:x-amz-server-side-encryption", List.of());
        List<String> key = request.context().getOrDefault("s3:x-amz-server-side-encryption-aws-kms-key-id", List.of());
        boolean customerKey = request.context().containsKey("s3:x-amz-server-side-encryption-customer-algorithm");
        if (algorithm.isEmpty() && key.isEmpty() && !customerKey) {
            return own.build();
        }
        // The key that the caller names is taken to be the caller's own.
        String chosen = algorithm.isEmpty() ? (customerKey ? "AES256" : "aws:kms") : algorithm.get(0);
        own.encryption(new Encryption(chosen, key.isEmpty() ? null : key.get(0), null));
        own.keyPolicy(OPEN_KEY_POLICY);
        return own.build();
    }

    private static Scenes.Way withOpenBucketPolicy(Scenes.Way way) {
        Situation open = way.scene().situation().toBuilder()
                .resourcePolicy(OPEN_BUCKET_POLICY)
                .build();
        return new Scenes.Way(
                new Question.Scene(way.scene().callers(), open, way.scene().bucketArn()), way.caller(), way.notes());
    }

    /** The statements of bucket, access point and identity policies that allowed the request. */
    private static Set<Statement> granting(Decision decision, Situation situation) {
        Set<Statement> granting = new HashSet<>();
        decision.layer(Layer.RESOURCE).ifPresent(layer -> add(layer, situation.resourcePolicies(), granting));
        decision.layer(Layer.ACCESS_POINT).ifPresent(layer -> {
            if (situation.accessPoint() != null) {
                add(layer, situation.accessPoint().policies(), granting);
            }
        });
        if (granting.isEmpty()) {
            decision.layer(Layer.IDENTITY).ifPresent(layer -> add(layer, situation.identityPolicies(), granting));
        }
        return granting;
    }

    private static void add(LayerDecision layer, List<AttachedPolicy> policies, Set<Statement> granting) {
        for (StatementTrace trace : layer.statements()) {
            if (trace.effect() == Effect.ALLOW && trace.policy() < policies.size()) {
                granting.add(policies.get(trace.policy()).document().statements().get(trace.index()));
            }
        }
    }
}
