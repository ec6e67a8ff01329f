package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Statement;
import java.util.function.Consumer;

/**
 * Finds Allow statements with NotPrincipal in policies of buckets, access points and keys: they grant to everyone in the world who is not
 * named.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
 * @since 0.1
 */
public final class PolicyAllowNotPrincipal implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.allow-not-principal",
                    Severity.ERROR,
                    "No resource policy allows everyone but some",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKETPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL")
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
                if (statement.effect() == Effect.ALLOW
                        && statement.principals() != null
                        && statement.principals().negated()) {
                    claims.add(claims.violated(
                                    policy.element(),
                                    StatedPolicy.name(located) + " allows everyone in the world but some",
                                    "name the principals that are to be allowed")
                            .at(located.at())
                            .with(Evidence.Kind.STATEMENT, "NotPrincipal with Allow"));
                }
            }
        }
    }
}
