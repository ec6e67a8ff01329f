package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.RequestView;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.StatementPredicate;
import io.github.secures3.analysis.evaluate.StatementTrace;
import io.github.secures3.analysis.prove.internal.Placement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A request that the solver found, decided once more by the evaluator, who knows nothing of the solver. */
final class Replay {

    private final AccessRequest request;
    private final Situation situation;
    private final Decision decision;

    /** Decides the request; {@code bucketResource} is what lies behind the access point that it may name. */
    Replay(AccessRequest request, Situation given, String bucketResource) {
        this.request = request;
        this.situation = Placement.of(request, given, bucketResource);
        this.decision = Evaluator.decide(request, situation);
    }

    Decision decision() {
        return decision;
    }

    /** Whether the evaluator agrees that the request is meant by the statement, and allowed or refused. */
    boolean confirms(Statement asked, boolean allowed) {
        boolean same = allowed ? decision.isAllowed() : isRefused();
        return same && isMeant(asked);
    }

    /** Whether the request is surely not allowed. */
    boolean isRefused() {
        return !decision.isAllowed() && decision.outcome() != Outcome.UNDECIDED;
    }

    private boolean isMeant(Statement asked) {
        String behind = situation.bucketResource();
        RequestView view = new RequestView(
                request.principal(),
                request.action(),
                behind == null ? request.resource() : behind,
                ContextCompletion.of(request, situation, situation.accessPoint()),
                situation.permissionsBoundary() != null
                        || situation.unknownLayers().containsKey(Layer.BOUNDARY));
        return StatementPredicate.of(asked, PolicyVersion.V2012_10_17)
                .match(view)
                .principal()
                .any()
                .isTrue();
    }

    /** The statements of bucket and access point policies that allowed the request; where there are none, those of the caller's own. */
    Set<Statement> granting() {
        Set<Statement> granting = new HashSet<>();
        decision.layer(Layer.RESOURCE).ifPresent(layer -> add(layer, situation.resourcePolicies(), granting));
        AccessPoint point = situation.accessPoint();
        if (point != null) {
            decision.layer(Layer.ACCESS_POINT).ifPresent(layer -> add(layer, point.policies(), granting));
        }
        if (granting.isEmpty()) {
            decision.layer(Layer.IDENTITY).ifPresent(layer -> add(layer, situation.identityPolicies(), granting));
        }
        return granting;
    }

    private static void add(LayerDecision layer, List<AttachedPolicy> policies, Set<Statement> granting) {
        for (StatementTrace trace : layer.statements()) {
            if (trace.effect() == Effect.ALLOW && trace.policy() < policies.size()) {
                granting.add(
                        policies.get(trace.policy()).document().statements().get(trace.index()));
            }
        }
    }
}
