package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether callers can do something in one situation that they cannot do in another.
 *
 * <p>Both situations share one vocabulary, so that the same unknown value is the same in both, and what did not change cannot differ.
 *
 * @since 0.1
 */
public final class ChangeInquiry {

    private final Inquiry.Scene after;
    private final Vocabulary vocabulary;
    private final BucketTarget target;
    private final SituationEncoder encoder;
    private final Bounds claim;
    private final Search search;

    /**
     * The question what is allowed after a change that was not before.
     *
     * @param before the situation before, or null where the callers or their way to the bucket did not exist
     * @param after the scene after
     * @param expected what {@link #comparedWithUnknowns} is likely to say: where it does, the policies are read once
     */
    public static ChangeInquiry about(
            @Nullable Situation before, Inquiry.Scene after, Set<String> expected, Budget budget) {
        ChangeInquiry inquiry = new ChangeInquiry(before, after, expected, budget);
        Set<String> compared = inquiry.comparedWithUnknowns();
        return compared.equals(expected) ? inquiry : new ChangeInquiry(before, after, compared, budget);
    }

    /** What the policies compare with values that are not known. */
    public Set<String> comparedWithUnknowns() {
        return vocabulary.comparedWithUnknowns();
    }

    private ChangeInquiry(@Nullable Situation before, Inquiry.Scene after, Set<String> holdingUnknowns, Budget budget) {
        this.after = after;
        BoundsAlgebra logic = new BoundsAlgebra(new Circuit());
        this.vocabulary = new Vocabulary(logic, ActionIndex.all().onBuckets(), holdingUnknowns);
        AccessPoint point = after.situation().accessPoint();
        SymbolicPrincipal caller = after.principal(vocabulary);
        vocabulary.principal(caller);
        this.target = new BucketTarget(vocabulary, after.bucketArn(), point == null ? null : point.arn());
        Bounds allowedBefore = Bounds.FALSE;
        if (before != null) {
            Inquiry.Scene then = after.in(before);
            vocabulary.principal(after.callers().again(caller, vocabulary, then.hasBoundary()));
            allowedBefore = new SituationEncoder(vocabulary, target, before, then.sample(), Map.of()).allowed();
            vocabulary.principal(caller);
        }
        this.encoder = new SituationEncoder(vocabulary, target, after.situation(), after.sample(), Map.of());
        Bounds opened = logic.and(encoder.allowed(), logic.not(allowedBefore));
        this.claim = vocabulary.beyondUnseenAccessPoints(opened);
        int axioms = vocabulary.close(budget);
        this.search = new Search(logic.circuit(), axioms, vocabulary.attributes(), budget);
    }

    /** A request that is surely allowed now and surely was not before; none of these statements allows it. */
    public Optional<AccessRequest> example(Set<Statement> without) {
        List<Integer> formulas = new ArrayList<>(List.of(claim.must()));
        encoder.statements().allows().forEach((allow, formula) -> {
            if (without.contains(allow)) {
                formulas.add(Circuit.not(formula));
            }
        });
        return search.findBest(formulas, Wishes.of(vocabulary)).map(this::request);
    }

    /** Of these actions those that are surely allowed now, on something, and surely were not before. */
    public List<String> openedAmong(List<String> actions) {
        List<String> opened = new ArrayList<>();
        for (String action : actions) {
            Integer asked = asked(action);
            if (asked != null && search.find(claim.must(), asked).isPresent()) {
                opened.add(action);
            }
        }
        return opened;
    }

    /** Whether nothing is allowed now that was not before, whatever the values are that are not known. */
    public boolean isRuledOut() {
        return search.find(claim.world()).isEmpty();
    }

    /** A request that may be allowed now and may not have been before, with the reasons for doubt. */
    public Optional<Inquiry.Doubt> doubt() {
        return search.findBest(List.of(claim.world()), Wishes.of(vocabulary))
                .map(model -> new Inquiry.Doubt(request(model), Requests.reasons(vocabulary, model)));
    }

    /** The ARN of the bucket or object behind the access point that a request names. */
    public String bucketResource(AccessRequest request) {
        return target.bucketResource(request);
    }

    /** The choice of the class that an action belongs to, or null where the policies tell it from no other. */
    private @Nullable Integer asked(String action) {
        return vocabulary.action().choiceOf(action);
    }

    private AccessRequest request(Model model) {
        return Requests.of(vocabulary, vocabulary.keys().keySet(), after, target, Map.of(), model);
    }
}
