package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Statement;
import java.util.function.Consumer;

/**
 * Finds Allow statements with NotAction in policies of buckets, access points and keys: they grant every action that AWS adds later.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html">NotAction</a>
 * @since 0.1
 */
public final class PolicyAllowNotAction implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.allow-not-action",
                    Severity.WARNING,
                    "No resource policy allows all actions but some",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_POLICY_NO_ALLOW_PLUS_NOT_ACTION")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            if (!policy.kind().isResourcePolicy()) {
                continue;
            }
            for (LocatedStatement located : policy.statements()) {
                Statement statement = located.statement();
                if (statement.effect() == Effect.ALLOW && statement.actions().negated()) {
                    claims.add(claims.violated(
                                    policy.element(),
                                    StatedPolicy.name(located)
                                            + " allows every action but some, those that AWS adds later included",
                                    "name the actions that are to be allowed")
                            .at(located.at())
                            .with(
                                    Evidence.Kind.STATEMENT,
                                    "NotAction "
                                            + String.join(
                                                    ", ", statement.actions().patterns())));
                }
            }
        }
    }
}
