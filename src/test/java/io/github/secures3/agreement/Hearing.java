package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestView;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.StatementPredicate;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Statement;

/**
 * What the evaluator says to one request, and whether a question means it.
 *
 * @param decision the decision
 * @param meant whether the question means the request
 */
record Hearing(Decision decision, Truth meant) {

    static Hearing of(AccessRequest request, Situation situation, String bucketResource, Statement question) {
        Situation placed = Placement.of(request, situation, bucketResource);
        RequestView view = new RequestView(
                request.principal(),
                request.action(),
                placed.accessPoint() == null ? request.resource() : bucketResource,
                ContextCompletion.of(request, placed, placed.accessPoint()),
                placed.permissionsBoundary() != null || placed.unknownLayers().containsKey(Layer.BOUNDARY));
        Truth meant = StatementPredicate.of(question, PolicyVersion.V2012_10_17)
                .match(view)
                .principal()
                .any();
        return new Hearing(Evaluator.decide(request, placed), meant);
    }

    /** Whether a document by itself allows the request: some statement does, and none denies it. */
    static Truth allows(PolicyDocument document, AccessRequest request) {
        RequestView view = new RequestView(
                request.principal(),
                request.action(),
                request.resource(),
                ContextCompletion.of(request, Situation.builder().build(), null),
                false);
        Truth allowed = Truth.FALSE;
        Truth denied = Truth.FALSE;
        for (StatementPredicate statement : AttachedPolicy.of(document).statements()) {
            Truth match = statement.match(view).principal().any();
            allowed = statement.isAllow() ? allowed.or(match) : allowed;
            denied = statement.isAllow() ? denied : denied.or(match);
        }
        return allowed.and(denied.not());
    }

    /** Whether it hangs on something that is not known. */
    boolean isUndecided() {
        return meant.isUnknown() || !decision.unknowns().isEmpty();
    }

    /** Whether this surely breaks the claim that such a request is never allowed, or that it always is. */
    boolean breaksClaim(boolean never) {
        boolean against = never
                ? decision.isAllowed()
                : !decision.isAllowed() && decision.unknowns().isEmpty();
        return meant.isTrue() && against;
    }
}
