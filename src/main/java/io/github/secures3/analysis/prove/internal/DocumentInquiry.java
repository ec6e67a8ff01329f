package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether one bare policy document allows a request that another does not: some statement allows it and none denies it. Several pairs of
 * documents that have much in common are asked about together.
 *
 * <p>Requests can have any principal, any action of any service and any resource of a kind that the action works on.
 *
 * @since 0.1
 */
public final class DocumentInquiry {

    private static final String OTHER_ACTION = "action of another service";
    private static final String OTHER = "other:Action";
    private static final CandidateActions ACTIONS = new CandidateActions(
            Stream.concat(ActionIndex.all().names().stream(), Stream.of(OTHER)).toList());

    private static final String STRONGER =
            "HEAD grants to a principal by itself what BASE leaves to the policies or the boundary of its account;"
                    + " that is new in the account that owns the resource, which no document names";

    private final CallerScope callers;
    private final Vocabulary vocabulary;
    private final TextAttribute otherAction;
    private final int isOther;
    private final StatementEncoder statements;
    private final List<Bounds> opened = new ArrayList<>();
    private final List<Bounds> claims = new ArrayList<>();
    private final Search search;
    private final List<List<Integer>> wishes;

    /**
     * Two documents.
     *
     * @param base the first
     * @param head the second, of which is asked whether it allows more
     */
    public record Pair(PolicyDocument base, PolicyDocument head) {}

    /** The questions about these documents, of requests by these callers. */
    public static DocumentInquiry about(List<Pair> pairs, CallerScope callers, Budget budget) {
        // Where the guess is right, and it mostly is, the documents are read once.
        Set<String> expected = namingUnknowns(pairs);
        DocumentInquiry inquiry = new DocumentInquiry(pairs, callers, expected, budget);
        Set<String> compared = inquiry.vocabulary.comparedWithUnknowns();
        return compared.equals(expected) ? inquiry : new DocumentInquiry(pairs, callers, compared, budget);
    }

    /** The attributes that the documents seem to compare with values which are not known. */
    private static Set<String> namingUnknowns(List<Pair> pairs) {
        Set<String> naming = new HashSet<>();
        for (Pair pair : pairs) {
            pair.base().statements().forEach(statement -> addNamingUnknowns(statement, naming));
            pair.head().statements().forEach(statement -> addNamingUnknowns(statement, naming));
        }
        return naming;
    }

    private static void addNamingUnknowns(Statement statement, Set<String> naming) {
        Resources resources = statement.resources();
        if (resources != null && resources.patterns().stream().anyMatch(UnresolvedToken::isIn)) {
            naming.add(ResourceForms.RESOURCE);
        }
        Principals principals = statement.principals();
        if (principals != null && principals.members().stream().anyMatch(one -> UnresolvedToken.isIn(one.value()))) {
            naming.add(CallerScope.CALLER);
        }
        for (Condition condition : statement.conditions().all()) {
            if (condition.values().stream().anyMatch(value -> UnresolvedToken.isIn(value.text()))) {
                naming.add(condition.key().toLowerCase(Locale.ROOT));
            }
        }
    }

    private DocumentInquiry(List<Pair> pairs, CallerScope callers, Set<String> holdingUnknowns, Budget budget) {
        this.callers = callers;
        BoundsAlgebra logic = new BoundsAlgebra(new Circuit());
        this.vocabulary = new Vocabulary(logic, ACTIONS, holdingUnknowns);
        SymbolicPrincipal principal = callers.in(vocabulary, false);
        vocabulary.principal(principal);
        vocabulary.view(key -> {
            KeyValue ofPrincipal = principal.key(key);
            return ofPrincipal == null ? vocabulary.free(key) : ofPrincipal;
        });
        this.isOther = vocabulary.actionPasses("of another service", OTHER::equals);
        this.otherAction = otherAction();
        ResourceForms forms = ResourceForms.all();
        TextAttribute resource = forms.attribute(vocabulary);
        this.statements = new StatementEncoder(logic, principal);
        Call call = new Call(
                "call",
                this::actionFits,
                ResourceView.beginningWith(logic, "", resource),
                new ConditionEncoder("", logic, vocabulary.unknowns(), vocabulary.view()));
        pairs.forEach(pair -> claim(pair, call));
        int axioms = vocabulary.close(budget);
        Circuit circuit = logic.circuit();
        this.wishes = new ArrayList<>(List.of(List.of(circuit.or(
                circuit.and(Circuit.not(isOther), forms.isUsual(vocabulary, resource)),
                circuit.and(isOther, resource.in(Language.text("*")))))));
        wishes.addAll(Wishes.of(vocabulary));
        this.search = new Search(logic.circuit(), axioms, vocabulary.attributes(), budget);
    }

    /** A request that the second document of the first pair surely allows and the first surely does not; none of these statements allows it. */
    public Optional<AccessRequest> example(Set<Statement> without) {
        List<Integer> formulas = new ArrayList<>(List.of(opened.get(0).must()));
        statements.allows().forEach((allow, formula) -> {
            if (without.contains(allow)) {
                formulas.add(Circuit.not(formula));
            }
        });
        return search.findBest(formulas, wishes).map(this::request);
    }

    /** Whether the second document of a pair allows nothing more and grants nothing more strongly, whatever the values are that are not known. */
    public boolean isRuledOut(int pair) {
        return search.find(claims.get(pair).world()).isEmpty();
    }

    /** The pairs, by their places, that are ruled out. */
    public Set<Integer> ruledOut() {
        Map<Integer, Integer> formulas = new LinkedHashMap<>();
        for (int pair = 0; pair < claims.size(); pair++) {
            formulas.put(pair, claims.get(pair).world());
        }
        search.keepImpossible(formulas);
        return formulas.keySet();
    }

    /** Why it cannot be ruled out that some statement of the second document of the first pair allows more; empty where it is ruled out. */
    public Optional<Inquiry.Doubt> doubt() {
        return search.findBest(List.of(opened.get(0).world()), wishes)
                .map(model -> new Inquiry.Doubt(request(model), Requests.reasons(vocabulary, model)));
    }

    /**
     * Adds when the second document allows what the first does not, and when it perhaps grants more strongly: an account that is named hands on to its
     * policies what a role that is named has, within its boundary, and a session that is named has in any case. In the account that owns the resource
     * that is more; elsewhere the caller's own policies decide as before.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-req-context.html">
     *     Evaluation within a single account</a>
     */
    private void claim(Pair pair, Call call) {
        BoundsAlgebra logic = vocabulary.logic();
        StatementEncoder.Layer base = statements.layer(List.of(AttachedPolicy.of(pair.base())), call);
        StatementEncoder.Layer head = statements.layer(List.of(AttachedPolicy.of(pair.head())), call);
        Bounds passed = logic.not(head.denied());
        Bounds more = logic.and(
                logic.and(statements.any(head.grants()), passed),
                logic.not(logic.and(statements.any(base.grants()), logic.not(base.denied()))));
        Bounds stronger = logic.and(
                logic.or(
                        logic.and(
                                head.grants().direct(), logic.not(base.grants().direct())),
                        logic.and(
                                head.grants().limited(),
                                logic.not(logic.or(
                                        base.grants().direct(), base.grants().limited())))),
                passed);
        opened.add(more);
        claims.add(logic.or(more, logic.and(stronger, logic.unknown("strength of the grant", STRONGER))));
    }

    /** Actions of services that the catalogs do not know are told apart as text. */
    private TextAttribute otherAction() {
        List<Language> known = ServiceCatalog.services().stream()
                .map(service -> Language.sequence()
                        .textInAnyCase(service + ":")
                        .many(Letters.ANY)
                        .language())
                .toList();
        Language form = Language.sequence()
                .one(Letters.NAME)
                .many(Letters.NAME)
                .text(":")
                .one(Letters.NAME)
                .many(Letters.NAME)
                .language();
        return vocabulary.text(OTHER_ACTION, form, known, List.of("ec2:DescribeInstances", "iam:PassRole"));
    }

    private Bounds actionFits(String pattern) {
        Circuit circuit = vocabulary.logic().circuit();
        Sequence sequence = Language.sequence();
        pattern.chars().forEach(c -> {
            if (c == '*') {
                sequence.many(Letters.ANY);
            } else if (c == '?') {
                sequence.one(Letters.ANY);
            } else {
                sequence.textInAnyCase(String.valueOf((char) c));
            }
        });
        int known = circuit.and(Circuit.not(isOther), vocabulary.actionFits(pattern));
        int other = circuit.and(isOther, otherAction.in(sequence.language()));
        return Bounds.exact(circuit.or(known, other));
    }

    private AccessRequest request(Model model) {
        UnknownValues unknowns = vocabulary.unknowns();
        String action = model.value("action").orElseThrow();
        if (action.equals(OTHER)) {
            action = model.value(OTHER_ACTION).orElseThrow();
        }
        String resource = unknowns.decode(model.value(ResourceForms.RESOURCE).orElse("*"));
        return AccessRequest.of(
                callers.principal(model, unknowns),
                action,
                resource,
                Requests.context(vocabulary, vocabulary.keys().keySet(), model));
    }
}
