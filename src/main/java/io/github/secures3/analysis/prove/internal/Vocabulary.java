package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.catalog.ConditionKey;
import io.github.secures3.policy.catalog.ConditionKeyType;
import io.github.secures3.policy.catalog.GlobalConditionKeys;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The attributes of the requests in question, made when a policy first asks about them, and the axioms about them. */
final class Vocabulary {

    private final BoundsAlgebra logic;
    private final Circuit circuit;
    private final UnknownValues unknowns = new UnknownValues();
    private final Map<String, Attribute> keys = new LinkedHashMap<>();
    private final List<Attribute> others = new ArrayList<>();
    private final ChoiceAttribute action;
    private final Map<String, Set<String>> required = new HashMap<>();
    private Set<String> mentioned = new LinkedHashSet<>();
    private final CandidateActions candidateActions;
    private final Availability availability;
    private final Set<String> holdingUnknowns;
    private int axioms = Circuit.TRUE;
    private int throughAccessPoint = Circuit.FALSE;
    private @Nullable SymbolicPrincipal principal;
    private @Nullable KeyView view;

    /**
     * A vocabulary for requests with one of these actions.
     *
     * @param holdingUnknowns the names of the attributes that can hold values which are not known
     */
    Vocabulary(BoundsAlgebra logic, CandidateActions candidateActions, Set<String> holdingUnknowns) {
        this.holdingUnknowns = Set.copyOf(holdingUnknowns);
        this.logic = logic;
        this.circuit = logic.circuit();
        this.candidateActions = candidateActions;
        this.action = new ChoiceAttribute("action", Circuit.TRUE, circuit, true);
        this.availability = new Availability(this);
    }

    BoundsAlgebra logic() {
        return logic;
    }

    UnknownValues unknowns() {
        return unknowns;
    }

    ChoiceAttribute action() {
        return action;
    }

    /** Sets who asks; comes before the first key. */
    void principal(SymbolicPrincipal who) {
        this.principal = who;
    }

    SymbolicPrincipal principal() {
        SymbolicPrincipal who = principal;
        if (who == null) {
            throw new IllegalStateException("nobody asks yet");
        }
        return who;
    }

    /** Sets what requests carry under each key, the fixed keys of the question included; comes before the first key. */
    void view(KeyView keysOfTheCall) {
        this.view = keysOfTheCall;
    }

    /** Sets what surrounds the requests; comes before the first key. */
    void surroundedBy(Situation situation) {
        availability.surroundedBy(situation);
    }

    /** Whether all requests in question come through a VPC endpoint. */
    boolean isThroughEndpoint() {
        return availability.isThroughEndpoint();
    }

    KeyView view() {
        KeyView set = view;
        return set == null ? this::free : set;
    }

    /** The formula under which requests come through an access point that the question does not name. */
    int throughAccessPoint() {
        if (throughAccessPoint == Circuit.FALSE) {
            throughAccessPoint = circuit.variable();
        }
        return throughAccessPoint;
    }

    /** The claim, in doubt where it rests on an access point that nobody has seen: what comes through it may be allowed there, or not. */
    Bounds beyondUnseenAccessPoints(Bounds claim) {
        if (throughAccessPoint == Circuit.FALSE) {
            return claim;
        }
        Bounds direct = Bounds.exact(Circuit.not(throughAccessPoint));
        Bounds unseen = logic.unknown("access point", "what an access point allows that the templates do not hold");
        return logic.and(claim, logic.or(direct, unseen));
    }

    /** A new attribute that is always there and is no context key. */
    TextAttribute text(String name, Language domain, List<Language> excluded, List<String> preferred) {
        TextAttribute attribute = new TextAttribute(
                name, Circuit.TRUE, circuit, domain, excluded, preferred, holdingUnknowns.contains(name));
        others.add(attribute);
        return attribute;
    }

    /** The formula under which the action fits a pattern. */
    int actionFits(String pattern) {
        TextPattern compiled = TextPattern.action(pattern);
        return actionPasses(
                "fits " + pattern.toLowerCase(Locale.ROOT),
                actual -> compiled.matches(actual, key -> {
                            throw new IllegalStateException("an action has no policy variables");
                        })
                        .isTrue());
    }

    /** The formula under which the action passes a test of this name; tests of one name answer alike in every vocabulary. */
    int actionPasses(String name, Predicate<String> test) {
        return action.passes(name, name, candidateActions.test(name, test));
    }

    /** What requests carry under a key about which nothing follows from the rest: what the axioms leave open. */
    KeyValue free(String key) {
        mentioned.add(key);
        Attribute attribute = keys.get(key);
        if (attribute == null) {
            attribute = create(key);
            keys.put(key, attribute);
            Set<String> outside = mentioned;
            mentioned = new LinkedHashSet<>();
            availability.about(key, attribute);
            required.put(key, mentioned);
            mentioned = outside;
        }
        if (attribute instanceof TextAttribute text) {
            return KeyValue.OfText.itself(text, text.present());
        }
        return attribute instanceof SetAttribute set
                ? new KeyValue.OfSet(set)
                : new KeyValue.OfChoice((ChoiceAttribute) attribute);
    }

    /** The keys that are mentioned meanwhile, and those that axioms tie these to. */
    Set<String> mentionedIn(Runnable work) {
        Set<String> before = mentioned;
        mentioned = new LinkedHashSet<>();
        work.run();
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(mentioned);
        while (!open.isEmpty()) {
            String key = open.remove();
            if (all.add(key)) {
                open.addAll(required.getOrDefault(key, Set.of()));
            }
        }
        mentioned = before;
        mentioned.addAll(all);
        return all;
    }

    /** Leaves out the requests that lack the key. */
    void requirePresent(String key) {
        Attribute attribute = keys.get(key);
        if (attribute != null) {
            require(attribute.present());
        }
    }

    /** Leaves out the requests for which the formula does not hold. */
    void require(int formula) {
        axioms = circuit.and(axioms, formula);
    }

    /** Ends the collecting; all that holds for every request. */
    int close(Budget budget) {
        for (String whose : List.of("principal", "resource", "source", "vpce")) {
            Attribute id = keys.get("aws:" + whose + "orgid");
            Attribute paths = keys.get("aws:" + whose + "orgpaths");
            if (id != null && paths != null) {
                availability.tie(id, paths);
            }
        }
        Map<String, Attribute> all = new LinkedHashMap<>(keys);
        require(action.close(candidateActions.texts(), budget));
        all.values().forEach(attribute -> {
            if (attribute instanceof ChoiceAttribute choice) {
                require(choice.close(candidates(choice), budget));
            }
        });
        require(logic.constraints());
        return axioms;
    }

    /** The context keys that policies ask about and that vary, in the order in which they came up. */
    Map<String, Attribute> keys() {
        return keys;
    }

    /** Everything that varies. */
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(others);
        all.add(action);
        all.addAll(keys.values());
        return all;
    }

    /** The names of the attributes that policies compare with values which are not known, so that requests can hold those. */
    Set<String> comparedWithUnknowns() {
        Set<String> compared = new LinkedHashSet<>();
        for (Attribute attribute : attributes()) {
            boolean names = (attribute instanceof TextAttribute text && text.isComparedWithUnknowns())
                    || (attribute instanceof SetAttribute set && set.isComparedWithUnknowns());
            if (names) {
                compared.add(attribute.name());
            }
        }
        return compared;
    }

    /** The axioms that the question needed. */
    Set<Axiom> usedAxioms() {
        return availability.used();
    }

    private Attribute create(String key) {
        Optional<ConditionKey> known = definition(key);
        int present = Availability.isAlwaysThere(key) ? Circuit.TRUE : circuit.variable();
        ConditionKeyType type = known.map(ConditionKey::type).orElse(ConditionKeyType.STRING);
        boolean several = known.map(ConditionKey::multivalued).orElse(false);
        boolean isText =
                type == ConditionKeyType.STRING || type == ConditionKeyType.ARN || type == ConditionKeyType.BINARY;
        if (!isText) {
            boolean closed = type == ConditionKeyType.BOOL || key.equals("s3:tlsversion");
            return new ChoiceAttribute(key, present, circuit, closed);
        }
        boolean unknowns = holdingUnknowns.contains(key);
        Language domain = KeyForms.domain(key, several);
        List<String> preferred = KeyForms.preferred(key);
        return several
                ? new SetAttribute(key, present, circuit, domain, preferred, unknowns)
                : new TextAttribute(key, present, circuit, domain, List.of(), preferred, unknowns);
    }

    private List<String> candidates(ChoiceAttribute choice) {
        Collection<String> constants = choice.constants();
        if (choice.name().equals("s3:tlsversion")) {
            return Candidates.tlsVersions();
        }
        if (choice.name().equals("aws:epochtime")) {
            return Candidates.epochTimes(constants);
        }
        return switch (definition(choice.name()).orElseThrow().type()) {
            case BOOL -> Candidates.truthValues();
            case NUMERIC -> Candidates.numbers(constants);
            case DATE -> Candidates.dates(constants);
            case IP_ADDRESS -> Candidates.addresses(constants);
            case STRING, ARN, BINARY -> throw new IllegalStateException(choice.name() + " is text");
        };
    }

    private static Optional<ConditionKey> definition(String key) {
        return GlobalConditionKeys.find(key)
                .or(() -> ServiceCatalog.s3().conditionKey(key))
                .or(() -> ServiceCatalog.kms().conditionKey(key))
                .or(() -> ServiceCatalog.of("sts").flatMap(sts -> sts.conditionKey(key)));
    }

    /** The language version in which questions of this library are written. */
    static PolicyVersion version() {
        return PolicyVersion.V2012_10_17;
    }
}
