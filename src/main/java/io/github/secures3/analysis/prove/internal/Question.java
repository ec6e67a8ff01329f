package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether, in one situation, a request of some kind can be allowed.
 *
 * <p>The question is asked twice: whether such a request is surely allowed, which gives an example, and whether one may be, which gives the
 * reasons for doubt. Where neither is so, there is none.
 */
public final class Question {

    /**
     * Callers in a situation.
     *
     * @param callers who asks
     * @param situation the policies and facts
     * @param bucketArn the bucket
     */
    public record Scene(CallerScope callers, Situation situation, String bucketArn) {}

    private final Scene scene;
    private final Vocabulary vocabulary;
    private final BucketTarget target;
    private final SituationEncoder encoder;
    private final Map<String, ContextValue> fixed;
    private final Search search;
    private final int axioms;
    private final Bounds claim;

    private Question(Scene scene, List<Statement> asked, boolean allowed, Budget budget) {
        this.scene = scene;
        this.vocabulary =
                new Vocabulary(new BoundsAlgebra(new Circuit()), ActionIndex.all().onBuckets());
        boolean hasBoundary = scene.situation().permissionsBoundary() != null;
        vocabulary.principal(scene.callers().in(vocabulary, hasBoundary));
        AccessPoint point = scene.situation().accessPoint();
        this.target = new BucketTarget(vocabulary, scene.bucketArn(), point == null ? null : point.arn());
        AccessRequest sample = AccessRequest.of(
                        scene.callers().principal(), "s3:GetObject", scene.bucketArn() + "/example.txt", Map.of())
                .withIncompleteContext();
        this.fixed = fixedBy(asked);
        this.encoder = new SituationEncoder(vocabulary, target, scene.situation(), sample, fixed);
        BoundsAlgebra logic = vocabulary.logic();
        Bounds matched = logic.any(asked.stream()
                .map(statement -> encoder.statements().matches(statement, Vocabulary.version(), encoder.call()))
                .toList());
        // A request that matches nothing needs no look at the policies.
        Bounds decided = matched.equals(Bounds.FALSE) ? Bounds.FALSE : encoder.allowed();
        this.claim = beyondAccessPoints(logic, logic.and(matched, allowed ? decided : logic.not(decided)));
        this.axioms = vocabulary.close();
        this.search = new Search(logic.circuit(), vocabulary.attributes(), budget);
    }

    /** What comes through an access point that nobody has seen may be allowed there, or not. */
    private Bounds beyondAccessPoints(BoundsAlgebra logic, Bounds all) {
        if (!vocabulary.hasOpenAccessPoints()) {
            return all;
        }
        Bounds direct = Bounds.exact(Circuit.not(vocabulary.throughAccessPoint()));
        return logic.and(
                all,
                logic.or(direct, logic.unknown("what an access point allows that the templates do not hold")));
    }

    /** The keys that every request in question has with one value: a policy variable of such a key is that value. */
    private static Map<String, ContextValue> fixedBy(List<Statement> asked) {
        Map<String, ContextValue> fixed = new HashMap<>();
        if (asked.size() == 1) {
            for (Condition condition : asked.get(0).conditions().all()) {
                boolean one = condition.values().size() == 1
                        && condition.operator().equals(ConditionOperator.of(Comparison.STRING_EQUALS))
                        && !Pattern.parse(condition.values().get(0).text()).hasVariables();
                if (one) {
                    fixed.put(
                            condition.key().toLowerCase(Locale.ROOT),
                            ContextValue.of(condition.values().get(0).text()));
                }
            }
        }
        return fixed;
    }

    /** Whether a request that one of the statements matches can be allowed. */
    public static Question canBeAllowed(Scene scene, List<Statement> asked, Budget budget) {
        return new Question(scene, asked, true, budget);
    }

    /** Whether a request that one of the statements matches can be refused. */
    public static Question canBeRefused(Scene scene, List<Statement> asked, Budget budget) {
        return new Question(scene, asked, false, budget);
    }

    /** A request for which it is surely so; none of the statements given, of the policies in the situation, has a part in it. */
    public Optional<AccessRequest> example(Set<Statement> without) {
        List<Integer> formulas = new ArrayList<>(List.of(axioms, claim.must()));
        encoder.statements().allows().forEach((statement, formula) -> {
            if (without.contains(statement)) {
                formulas.add(Circuit.not(formula));
            }
        });
        return search.findBest(formulas, wishes()).map(this::request);
    }

    /** A request for which it may be so, with the reasons for doubt. */
    public Optional<Doubt> doubt() {
        List<Integer> wishes = new ArrayList<>();
        Map<String, Integer> causes = vocabulary.logic().causes();
        causes.values().forEach(cause -> wishes.add(Circuit.not(cause)));
        wishes.addAll(wishes());
        return search.findBest(List.of(axioms, claim.may()), wishes).map(model -> {
            Set<String> reasons = new LinkedHashSet<>();
            causes.forEach((reason, variable) -> {
                if (model.holds(variable)) {
                    reasons.add(reason);
                }
            });
            return new Doubt(request(model), List.copyOf(reasons));
        });
    }

    /**
     * A request of which it is not known whether it is allowed.
     *
     * @param request the request
     * @param reasons what is not known and matters
     */
    public record Doubt(AccessRequest request, List<String> reasons) {}

    /** The axioms about requests that the question needed. */
    public Set<Axiom> axioms() {
        return vocabulary.usedAxioms();
    }

    /** What makes an example easy to read: few keys, usual values. */
    private List<Integer> wishes() {
        List<Integer> wishes = new ArrayList<>();
        for (Attribute attribute : vocabulary.keys().values()) {
            boolean unusual = !attribute.name().equals("aws:sourceip") && !attribute.name().equals("s3:tlsversion");
            if (attribute.present() != Circuit.TRUE && unusual) {
                wishes.add(Circuit.not(attribute.present()));
            }
        }
        wishes.addAll(usualCallers());
        List<Attribute> choices = new ArrayList<>(vocabulary.keys().values());
        choices.add(vocabulary.action());
        for (Attribute attribute : choices) {
            if (attribute instanceof ChoiceAttribute choice) {
                boolean isVia = choice.name().equals("aws:viaawsservice");
                List<Integer> best = new ArrayList<>(choice.choices().values());
                wishes.addAll(isVia ? List.of(best.get(best.size() - 1)) : best.subList(0, Math.min(5, best.size())));
            }
        }
        return wishes;
    }

    /** Rather a role or a user than something special, rather nobody than a service. */
    private List<Integer> usualCallers() {
        SymbolicPrincipal who = vocabulary.principal();
        return List.of(
                Circuit.not(who.facts().root().may()),
                Circuit.not(who.facts().federatedUser().may()),
                Circuit.not(who.isService().may()));
    }

    private AccessRequest request(Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        String action = model.value("action").orElseThrow();
        String key = unknowns.decode(model.value(BucketTarget.OBJECT_KEY).orElse("example.txt"));
        Map<String, List<String>> context = new HashMap<>();
        vocabulary.keys().keySet().forEach(name -> {
            List<String> values = model.values(name).stream().map(unknowns::decode).toList();
            if (!values.isEmpty()) {
                context.put(name, values);
            }
        });
        fixed.forEach((name, value) -> context.computeIfPresent(name, (same, any) -> value.values()));
        return AccessRequest.of(
                scene.callers().principal(model, unknowns), action, target.resource(action, key), context);
    }

    /** The ARN behind the access point that the request names. */
    public String bucketResource(AccessRequest request) {
        int object = request.resource().indexOf("/object/");
        String key = object < 0 ? "" : request.resource().substring(object + "/object/".length());
        return target.bucketResource(request.action(), key);
    }
}
