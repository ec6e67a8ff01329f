package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who may change the policies of a bucket's access points. These are no requests to the bucket, and its policy says nothing about them: the policies
 * of the caller decide.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutAccessPointPolicy.html">PutAccessPointPolicy</a>
 */
record AccessPointAdministration(List<AccessPoint> points, List<Resource> identities, Placing placing) {

    private static final List<String> CHANGES = List.of("s3:PutAccessPointPolicy", "s3:DeleteAccessPointPolicy");

    private static final List<Layer> OF_CALLERS = List.of(Layer.IDENTITY, Layer.BOUNDARY, Layer.SCP);

    /** Copies the lists. */
    AccessPointAdministration {
        points = List.copyOf(points);
        identities = List.copyOf(identities);
    }

    /** Who else than these may change the policy of an access point that leads to the bucket, in words. */
    List<String> doubts(Bucket bucket, List<String> principalArns) {
        List<String> doubts = new ArrayList<>();
        for (AccessPoint point : points) {
            if (Scenes.leadsTo(point, bucket)) {
                String changes = " may change the policy of the access point "
                        + point.element().logicalId();
                if (!placing.assumptions().closedAccount()) {
                    doubts.add("another identity of the account" + changes);
                }
                identities.stream()
                        .filter(identity -> mayChange(identity, point, bucket, principalArns))
                        .forEach(identity -> doubts.add(identity.element().logicalId() + changes));
            }
        }
        return doubts;
    }

    private boolean mayChange(Resource identity, AccessPoint point, Bucket bucket, List<String> principalArns) {
        PlacedRequest placed =
                placing.placed(identity.element().id(), bucket.element().id());
        RequestPrincipal caller = placing.bound(placed.request().principal());
        Situation own = ofCaller(
                placing.accounts().bind(placed.situation()),
                caller,
                principalArns.stream().map(placing.accounts()::bind).toList());
        String arn = placing.accounts().bind(point.arn());
        return CHANGES.stream().anyMatch(action -> {
            Decision decision = Evaluator.decide(
                    AccessRequest.of(caller, action, arn, Map.of()).withIncompleteContext(), own);
            return decision.isAllowed() || decision.outcome() == Outcome.UNDECIDED;
        });
    }

    /** What decides about the caller in its own account, the spared left out. */
    private static Situation ofCaller(Situation given, RequestPrincipal caller, List<String> spared) {
        List<AttachedPolicy> policies = new ArrayList<>(given.identityPolicies());
        policies.add(AttachedPolicy.of(PolicyDocument.of(Statement.deny("Spared")
                .actions("*")
                .resources("*")
                .when(Condition.of(Comparison.ARN_LIKE, "aws:PrincipalArn", spared))
                .build())));
        Situation.Builder own =
                Situation.builder().identityPolicies(policies).serviceControlPolicies(given.serviceControlPolicies());
        AttachedPolicy boundary = given.permissionsBoundary();
        if (boundary != null) {
            own.permissionsBoundary(boundary);
        }
        String account = caller.account();
        if (account != null) {
            own.resourceAccount(account);
        }
        if (given.organization() != null) {
            own.organization(given.organization());
        }
        for (Layer layer : OF_CALLERS) {
            String why = given.unknownLayers().get(layer);
            if (why != null) {
                own.unknown(layer, why);
            }
        }
        return own.build();
    }
}
