package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Statement;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds Allow statements of bucket and access point policies that allow every action, administration included. A statement that delegates to access points
 * is left out: only what goes through them can use it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 * @since 0.1
 */
public final class BucketPolicyAllActions implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.all-actions",
                    Severity.WARNING,
                    "No policy allows every action on a bucket",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_POLICY_NO_WILDCARD_ACTION")
            .build();

    private static final Set<String> OF_ACCESS_POINTS = Set.of("s3:dataaccesspointaccount", "s3:dataaccesspointarn");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            if (!(policy.kind() == StatedPolicy.Kind.BUCKET || policy.kind() == StatedPolicy.Kind.ACCESS_POINT)) {
                continue;
            }
            for (LocatedStatement located : policy.statements()) {
                Statement statement = located.statement();
                if (statement.effect() == Effect.ALLOW
                        && !statement.actions().negated()
                        && allowsAll(statement)
                        && !delegates(statement)) {
                    claims.add(claims.violated(
                                    policy.element(),
                                    StatedPolicy.name(located)
                                            + " allows every action, changing the policy and deleting the bucket"
                                            + " included",
                                    "name the actions that are needed")
                            .at(located.at())
                            .with(
                                    Evidence.Kind.STATEMENT,
                                    "Action "
                                            + String.join(
                                                    ", ", statement.actions().patterns())));
                }
            }
        }
    }

    private static boolean allowsAll(Statement statement) {
        return statement.actions().patterns().stream().anyMatch(action -> action.matches("\\*+|(?i:s3):\\*+"));
    }

    private static boolean delegates(Statement statement) {
        return DemandedKeys.anyIn(statement, OF_ACCESS_POINTS);
    }
}
