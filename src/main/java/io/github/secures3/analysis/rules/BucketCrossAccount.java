package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets that let an identity of another account in whatever organization it is in, or none: when that account leaves the organization or is sold,
 * it still has access. The same holds for the access points of the templates that lead to it. It is proved for every identity of every other
 * account whose own policies allow everything.
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

    private static final String FIX =
            "add a condition on aws:PrincipalOrgID, or deny everyone outside the organization";

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
                    FIX);
            checkAccessPoints(context, bucket, claims);
        }
    }

    /** A bucket that delegates to its access points leaves to their policies whom they let in. */
    private static void checkAccessPoints(CheckContext context, Bucket bucket, Claims claims) {
        List<String> points = context.estate().all(AccessPoint.class).stream()
                .filter(point -> !point.policy().isAbsent() && leadsTo(point, bucket))
                .map(AccessPoint::arn)
                .toList();
        if (!points.isEmpty()) {
            claims.require(
                    bucket.element(),
                    context.verdict(bucket, AskedInvariants.foreignAccountsThrough(points)),
                    "other accounts are let in through access points only as members of an organization",
                    "an identity of another account is let in through an access point, whether or not it is in an"
                            + " organization",
                    FIX);
        }
    }

    private static boolean leadsTo(AccessPoint point, Bucket bucket) {
        return point.bucket()
                .asText()
                .filter(name -> bucket.name().asText().filter(name::equals).isPresent())
                .isPresent();
    }
}
