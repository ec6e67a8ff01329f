package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Questions about the requests in one scene: whether one that a statement matches can be allowed, or refused.
 *
 * <p>Each is asked twice: whether such a request surely is, which gives an example, and whether one may be, which gives the reasons for doubt.
 * Where neither is so, there is none. All questions share one formula for what is allowed.
 *
 * @since 0.1
 */
public final class Inquiry {

    /**
     * Callers in a situation.
     *
     * @param callers who asks
     * @param situation the policies and facts
     * @param bucketArn the bucket
     * @param context context keys that all requests carry, such as the aliases of the KMS key
     * @param endpointsUnseen whether VPC endpoints that requests tell of have policies that nobody knows
     */
    public record Scene(
            CallerScope callers,
            Situation situation,
            String bucketArn,
            Map<String, List<String>> context,
            boolean endpointsUnseen) {

        /** Copies the context. */
        public Scene {
            context = Map.copyOf(context);
        }

        /** Callers whose requests carry nothing that is known beforehand. */
        public Scene(CallerScope callers, Situation situation, String bucketArn) {
            this(callers, situation, bucketArn, Map.of(), false);
        }

        /** The same callers in another situation. */
        public Scene in(Situation other) {
            return new Scene(callers, other, bucketArn, context, endpointsUnseen);
        }

        /** Other callers in the same situation. */
        public Scene by(CallerScope others) {
            return new Scene(others, situation, bucketArn, context, endpointsUnseen);
        }

        /** Any request in question: what follows from it follows from all, but for what depends on the caller. */
        AccessRequest sample() {
            return AccessRequest.of(callers.principal(), "s3:GetObject", bucketArn + "/example.txt", context)
                    .withIncompleteContext();
        }

        /** The callers over these attributes. */
        SymbolicPrincipal principal(Vocabulary vocabulary) {
            return callers.in(vocabulary, hasBoundary());
        }

        boolean hasBoundary() {
            return situation.permissionsBoundary() != null
                    || situation.unknownLayers().containsKey(Layer.BOUNDARY);
        }
    }

    private final Scene scene;
    private final Vocabulary vocabulary;
    private final BucketTarget target;
    private final SituationEncoder encoder;
    private final Map<String, ContextValue> fixed;
    private final Map<Statement, Bounds> matched = new LinkedHashMap<>();
    private final Map<Statement, Integer> ordinary = new LinkedHashMap<>();
    private final Map<Statement, Set<String>> mentioned = new HashMap<>();
    private final Set<String> mentionedByPolicies;
    private final Bounds allowed;
    private final Bounds passesEndpoint;
    private final Search search;

    private Inquiry(
            Scene scene,
            List<Statement> asked,
            Map<String, ContextValue> fixed,
            Set<String> holdingUnknowns,
            Budget budget) {
        this.scene = scene;
        this.fixed = fixed;
        this.vocabulary = new Vocabulary(
                new BoundsAlgebra(new Circuit()), ActionIndex.all().onBuckets(), holdingUnknowns);
        Situation situation = scene.situation();
        vocabulary.principal(scene.principal(vocabulary));
        AccessPoint point = situation.accessPoint();
        this.target = new BucketTarget(vocabulary, scene.bucketArn(), point == null ? null : point.arn());
        this.encoder = new SituationEncoder(vocabulary, target, situation, scene.sample(), fixed);
        boolean any = false;
        for (Statement statement : asked) {
            mentioned.put(
                    statement,
                    vocabulary.mentionedIn(() -> matched.put(
                            statement, encoder.statements().matches(statement, Vocabulary.version(), encoder.call()))));
            any |= !Bounds.FALSE.equals(matched.get(statement));
        }
        // Requests that match nothing need no look at the policies.
        Bounds[] found = {Bounds.FALSE};
        this.mentionedByPolicies = any ? vocabulary.mentionedIn(() -> found[0] = encoder.allowed()) : Set.of();
        this.allowed = found[0];
        for (Statement statement : asked) {
            ordinary.put(
                    statement,
                    OrdinaryRequest.asks(statement, vocabulary, encoder.call().conditions()));
        }
        this.passesEndpoint = scene.endpointsUnseen() ? passesEndpoint() : Bounds.TRUE;
        int axioms = vocabulary.close(budget);
        this.search = new Search(vocabulary.logic().circuit(), axioms, vocabulary.attributes(), budget);
    }

    /** An inquiry for each group of statements that can be asked about together. */
    public static List<Inquiry> about(Scene scene, List<Statement> asked, Budget budget) {
        return about(scene, asked, Set.of(), budget);
    }

    /**
     * An inquiry for each group of statements that can be asked about together.
     *
     * @param expected what {@link #comparedWithUnknowns} of each is likely to say: where it does, less is read twice
     */
    public static List<Inquiry> about(Scene scene, List<Statement> asked, Set<String> expected, Budget budget) {
        Map<Map<String, ContextValue>, List<Statement>> groups = new LinkedHashMap<>();
        Set<String> variables = PolicyVariables.of(scene.situation(), asked);
        for (Statement statement : asked) {
            groups.computeIfAbsent(fixedBy(statement, variables), keys -> new ArrayList<>())
                    .add(statement);
        }
        List<Inquiry> inquiries = new ArrayList<>();
        groups.forEach((keys, statements) -> inquiries.add(about(scene, statements, keys, expected, budget)));
        return inquiries;
    }

    /** Which attributes can hold values that are not known shows when all policies have been read; where others can than expected, they are read again. */
    private static Inquiry about(
            Scene scene, List<Statement> asked, Map<String, ContextValue> fixed, Set<String> expected, Budget budget) {
        Inquiry inquiry = new Inquiry(scene, asked, fixed, expected, budget);
        Set<String> compared = inquiry.comparedWithUnknowns();
        return compared.equals(expected) ? inquiry : new Inquiry(scene, asked, fixed, compared, budget);
    }

    /** What policies and questions compare with values that are not known. */
    public Set<String> comparedWithUnknowns() {
        return vocabulary.comparedWithUnknowns();
    }

    /**
     * Those of the statements asked about of which no request that one matches may be allowed, or may be refused, whatever the values are that are not
     * known. One question about all is enough where all are.
     */
    public Set<Statement> ruledOut(Collection<Statement> statements, boolean never) {
        return keepImpossible(statements, statement -> claim(statement, never).world());
    }

    /** Whether the statement is one of those asked about here. */
    public boolean isAbout(Statement statement) {
        return matched.containsKey(statement);
    }

    /** Those of the statements asked about that no request can match, as {@link #example} would look for it. */
    public Set<Statement> impossible(Collection<Statement> statements, boolean never) {
        return keepImpossible(statements, statement -> asked(statement, never).may());
    }

    private Set<Statement> keepImpossible(Collection<Statement> statements, ToIntFunction<Statement> formula) {
        Map<Statement, Integer> formulas = new LinkedHashMap<>();
        statements.forEach(statement -> formulas.put(statement, formula.applyAsInt(statement)));
        search.keepImpossible(formulas);
        return formulas.keySet();
    }

    /** A request as {@link #example} finds one, but the first that comes rather than one that is easy to read. */
    public Optional<AccessRequest> anyExample(Statement statement, boolean never) {
        return search.find(claim(statement, never).must()).map(model -> request(statement, model));
    }

    /**
     * A request that the statement matches and that is surely allowed, or surely refused.
     *
     * @param statement one of those asked about
     * @param never whether it must be allowed, as breaks a claim that it never is; otherwise it must be refused, and be an {@linkplain OrdinaryRequest
     *     ordinary} one
     * @param without statements of the policies that have no part in it
     */
    public Optional<AccessRequest> example(Statement statement, boolean never, Set<Statement> without) {
        List<Integer> formulas = new ArrayList<>(List.of(claim(statement, never).must()));
        encoder.statements().allows().forEach((allow, formula) -> {
            if (without.contains(allow)) {
                formulas.add(Circuit.not(formula));
            }
        });
        return search.findBest(formulas, Wishes.of(vocabulary)).map(model -> request(statement, model));
    }

    /** A request that the statement matches and that may be allowed, or refused, with the reasons for doubt. */
    public Optional<Doubt> doubt(Statement statement, boolean never) {
        return search.findBest(List.of(claim(statement, never).world()), Wishes.of(vocabulary))
                .map(model -> new Doubt(request(statement, model), Requests.reasons(vocabulary, model)));
    }

    /**
     * A request of which it is not known whether it is allowed.
     *
     * @param request the request
     * @param reasons what is not known and matters
     */
    public record Doubt(AccessRequest request, List<String> reasons) {}

    /** The axioms about requests that were needed. */
    public Set<Axiom> axioms() {
        return vocabulary.usedAxioms();
    }

    /** The ARN of the bucket or object behind the access point that a request names. */
    public String bucketResource(AccessRequest request) {
        return target.bucketResource(request);
    }

    private Bounds claim(Statement statement, boolean never) {
        BoundsAlgebra logic = vocabulary.logic();
        Bounds answer = never ? allowed : logic.not(logic.and(allowed, passesEndpoint));
        Bounds all = logic.and(asked(statement, never), answer);
        return vocabulary.beyondUnseenAccessPoints(all);
    }

    /** An endpoint can only take away: what is never allowed without one never is through one, and what always is may be stopped there. */
    private Bounds passesEndpoint() {
        BoundsAlgebra logic = vocabulary.logic();
        Bounds through = Bounds.FALSE;
        for (String key : List.of("aws:SourceVpce", "aws:SourceVpc")) {
            if (!vocabulary.isThroughEndpoint() && vocabulary.keys().containsKey(key.toLowerCase(Locale.ROOT))) {
                through = logic.or(through, encoder.call().conditions().has(key));
            }
        }
        return through.equals(Bounds.FALSE)
                ? Bounds.TRUE
                : logic.or(
                        logic.not(through),
                        logic.unknown(
                                "unseen endpoint",
                                "the policy of the VPC endpoint that the request goes through is not in the"
                                        + " templates"));
    }

    private Bounds asked(Statement statement, boolean never) {
        Bounds match = matched.getOrDefault(statement, Bounds.FALSE);
        int usual = ordinary.getOrDefault(statement, Circuit.TRUE);
        return never ? match : vocabulary.logic().and(match, Bounds.exact(usual));
    }

    /** The keys that every request in question has with one value, of those that policies use as variables: there such a variable is that value. */
    private static Map<String, ContextValue> fixedBy(Statement statement, Set<String> variables) {
        Map<String, ContextValue> fixed = new HashMap<>();
        for (Condition condition : statement.conditions().all()) {
            boolean one = variables.contains(condition.key().toLowerCase(Locale.ROOT))
                    && condition.values().size() == 1
                    && condition.values().get(0).text().length() <= AccessRequest.MAX_LENGTH
                    && condition.operator().equals(ConditionOperator.of(Comparison.STRING_EQUALS))
                    && !Pattern.parse(condition.values().get(0).text()).hasVariables();
            if (one) {
                fixed.put(
                        condition.key().toLowerCase(Locale.ROOT),
                        ContextValue.of(condition.values().get(0).text()));
            }
        }
        return fixed;
    }

    /** The request without what only other questions mention. */
    private AccessRequest request(Statement statement, Model model) {
        Set<String> matter = new HashSet<>(mentioned.getOrDefault(statement, Set.of()));
        matter.addAll(mentionedByPolicies);
        return Requests.of(vocabulary, matter, scene, target, fixed, model);
    }
}
