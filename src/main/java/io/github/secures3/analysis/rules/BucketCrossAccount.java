package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that let an identity of another account in whatever organization it is in, or none: when that account leaves the organization or is sold,
 * it still has access. It is proved for every identity of every other account whose own policies allow everything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Data perimeters</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid">aws:PrincipalOrgID</a>
 * @since 0.1
 */
public final class BucketCrossAccount implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.cross-account",
                    Severity.WARNING,
                    "Other accounts are let in only as members of an organization",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html")
            .covers(Framework.PROWLER, "s3_bucket_cross_account_access")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            claims.require(
                    bucket.element(),
                    context.verdict(bucket, AskedInvariants.FOREIGN_ACCOUNTS),
                    "other accounts are let in only as members of an organization",
                    "an identity of another account is let in, whether or not it is in an organization",
                    "add a condition on aws:PrincipalOrgID, or deny everyone outside the organization");
        }
    }
}
