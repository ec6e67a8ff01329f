package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.PolicyDocument;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that takes part in a situation as one value: policies by their documents, wherever they stand. */
final class SituationFacts {

    private SituationFacts() {}

    static List<Object> of(Situation situation) {
        return Arrays.asList(
                documents(situation.identityPolicies()),
                document(situation.permissionsBoundary()),
                documents(situation.sessionPolicies()),
                documents(situation.resourcePolicies()),
                accessPoint(situation.accessPoint()),
                situation.bucketResource(),
                situation.throughEndpoint(),
                documents(situation.endpointPolicies()),
                document(situation.keyPolicy()),
                situation.keyEnabled().toString(),
                situation.serviceControlPolicies().stream()
                        .map(SituationFacts::documents)
                        .toList(),
                situation.resourceControlPolicies().stream()
                        .map(SituationFacts::documents)
                        .toList(),
                situation.blockPublicAccess(),
                situation.accessControlLists(),
                situation.bucketOwnerEnforced().toString(),
                situation.encryption(),
                situation.bucketTags(),
                situation.accessPointTags(),
                situation.abacEnabled(),
                situation.resourceAccount(),
                situation.organization(),
                situation.unknownLayers());
    }

    private static @Nullable List<Object> accessPoint(@Nullable AccessPoint point) {
        return point == null
                ? null
                : Arrays.asList(
                        point.arn(),
                        point.account(),
                        point.networkOrigin(),
                        point.vpcId(),
                        documents(point.policies()),
                        point.blockPublicAccess());
    }

    private static List<PolicyDocument> documents(List<AttachedPolicy> policies) {
        return policies.stream().map(AttachedPolicy::document).toList();
    }

    private static @Nullable PolicyDocument document(@Nullable AttachedPolicy policy) {
        return policy == null ? null : policy.document();
    }
}
