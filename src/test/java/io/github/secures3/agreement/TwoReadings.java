package io.github.secures3.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.LayerDecision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.PolicyOracle;
import io.github.secures3.requests.StatementOracle;
import io.github.secures3.requests.TestRequest;
import java.util.List;

/** What a policy by itself says about a request, as the oracle reads it; fails where the evaluator reads it otherwise. */
public final class TwoReadings {

    private static final String OWNER = "111122223333";
    private static final String ACCESS_POINT = ":accesspoint/";

    private TwoReadings() {}

    /** Whether some Deny of the document matches. */
    public static boolean denies(PolicyDocument document, TestRequest request) {
        boolean denied = PolicyOracle.denies(document, request);
        assertThat(evaluated(document, request) == Outcome.EXPLICITLY_DENIED)
                .as("the evaluator says that %s is denied by %s", request, document)
                .isEqualTo(denied);
        return denied;
    }

    /** Whether some Allow of the document matches and no Deny does. */
    public static boolean allows(PolicyDocument document, TestRequest request) {
        boolean allowed = PolicyOracle.allows(document, request);
        assertThat(evaluated(document, request) == Outcome.ALLOWED)
                .as("the evaluator says that %s is allowed by %s", request, document)
                .isEqualTo(allowed);
        return allowed;
    }

    /** Whether the statement is about the request. */
    public static boolean matches(Statement statement, TestRequest request) {
        boolean matches = StatementOracle.matches(statement, request);
        Outcome matched = statement.effect() == Effect.DENY ? Outcome.EXPLICITLY_DENIED : Outcome.ALLOWED;
        assertThat(evaluated(PolicyDocument.of(statement), request) == matched)
                .as("the evaluator says that %s is matched by %s", request, statement)
                .isEqualTo(matches);
        return matches;
    }

    /** Fails unless some Deny of the document matches. */
    public static void denied(PolicyDocument document, TestRequest request) {
        assertThat(denies(document, request)).as("%s is denied", request).isTrue();
    }

    /** Fails if some Deny of the document matches. */
    public static void passes(PolicyDocument document, TestRequest request) {
        assertThat(denies(document, request)).as("%s is denied", request).isFalse();
    }

    /** Fails unless some Allow of the document matches and no Deny does. */
    public static void allowed(PolicyDocument document, TestRequest request) {
        assertThat(allows(document, request)).as("%s is allowed", request).isTrue();
    }

    /** Fails if some Allow of the document matches and no Deny does. */
    public static void notAllowed(PolicyDocument document, TestRequest request) {
        assertThat(allows(document, request)).as("%s is allowed", request).isFalse();
    }

    private static Outcome evaluated(PolicyDocument document, TestRequest request) {
        Layer layer = layerOf(document, request);
        AttachedPolicy policy = AttachedPolicy.of(document);
        Situation.Builder situation = Situation.builder().resourceAccount(OWNER);
        switch (layer) {
            case IDENTITY -> situation.identityPolicies(List.of(policy));
            case KEY -> situation.keyPolicy(policy);
            case ACCESS_POINT -> situation.accessPoint(point(request.resource(), policy));
            default -> situation.resourcePolicy(policy);
        }
        Decision decision = Evaluator.decide(
                AccessRequest.of(
                        RequestPrincipal.parse(request.principal()),
                        request.action(),
                        request.resource(),
                        request.context()),
                situation.build());
        return decision.layer(layer).map(LayerDecision::outcome).orElse(Outcome.IMPLICITLY_DENIED);
    }

    /** A document without principals stands on the caller, any other on what the request is about. */
    private static Layer layerOf(PolicyDocument document, TestRequest request) {
        if (document.statements().stream().anyMatch(statement -> statement.principals() == null)) {
            return Layer.IDENTITY;
        }
        if (request.action().startsWith("kms:")) {
            return Layer.KEY;
        }
        return request.resource().contains(ACCESS_POINT) ? Layer.ACCESS_POINT : Layer.RESOURCE;
    }

    private static AccessPoint point(String resource, AttachedPolicy policy) {
        String arn = resource.split("/object/", 2)[0];
        return new AccessPoint(
                arn, arn.split(":", 6)[4], AccessPoint.INTERNET_ORIGIN, null, List.of(policy), BlockPublicAccess.all());
    }
}
