package io.github.secures3.requests;

import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;

/**
 * What one policy document by itself says about a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 */
public final class PolicyOracle {

    private PolicyOracle() {}

    /** Whether some Deny of the document matches. */
    public static boolean denies(PolicyDocument document, TestRequest request) {
        return hasMatch(document, request, Effect.DENY);
    }

    /** Whether some Allow of the document matches and no Deny does. */
    public static boolean allows(PolicyDocument document, TestRequest request) {
        return !denies(document, request) && hasMatch(document, request, Effect.ALLOW);
    }

    private static boolean hasMatch(PolicyDocument document, TestRequest request, Effect effect) {
        return document.statements().stream()
                .anyMatch(statement -> statement.effect() == effect && StatementOracle.matches(statement, request));
    }
}
