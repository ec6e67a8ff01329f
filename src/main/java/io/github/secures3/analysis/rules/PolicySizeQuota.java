package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.policy.json.PolicySize;
import java.util.function.Consumer;

/**
 * Finds policies that are larger than AWS takes, as an error, and those that fill nine tenths of it: the next grant then fails, or is written
 * with a wildcard to save room.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
 * @since 0.1
 */
public final class PolicySizeQuota implements Rule {

    private static final String FIX =
            "merge statements, or move grants to access points, which have policies of their own";
    private static final int TENTHS = 10;
    private static final int NEAR = 9;
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "policy.size",
                    Severity.WARNING,
                    "Every policy is well below its size limit",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (StatedPolicy policy : context.policies()) {
            policy.document().known().ifPresent(document -> check(policy, document, claims));
        }
    }

    private static void check(StatedPolicy policy, LocatedPolicy document, Claims claims) {
        PolicySize size = policy.quota().measure(document.knownPart());
        if (size.exceedsQuota()) {
            claims.add(claims.violated(
                            policy.element(), "the policy is larger than AWS takes, so the deployment fails", FIX)
                    .withSeverity(Severity.ERROR)
                    .at(document.at())
                    .with(Evidence.Kind.VALUE, size.summary()));
        } else if (size.atLeast() >= policy.quota().limit() / TENTHS * NEAR) {
            claims.add(claims.violated(policy.element(), "the policy nearly fills what AWS takes", FIX)
                    .at(document.at())
                    .with(Evidence.Kind.VALUE, size.summary()));
        }
    }
}
