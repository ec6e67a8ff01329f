package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets whose Object Ownership leaves access control lists in force. A bucket that states none is a note: the service disables ACLs for new
 * buckets, and did not for those made before April 2023.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Controlling ownership of objects and disabling ACLs</a>
 * @since 0.1
 */
public final class BucketAclsDisabled implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.acls-disabled",
                    Severity.WARNING,
                    "Access control lists are disabled",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html")
            .covers(Framework.SECURITY_HUB, "S3.12")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.5")
            .covers(Framework.PROWLER, "s3_bucket_acl_prohibited")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    private static final String FIX = "set OwnershipControls.Rules[0].ObjectOwnership to BucketOwnerEnforced";

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            if (bucket.ownership().isAbsent()) {
                claims.add(claims.violated(
                                bucket.element(),
                                "Object Ownership is left to the default, which disables ACLs for new buckets and not for those made before April 2023",
                                FIX)
                        .withSeverity(Severity.NOTE)
                        .with(Evidence.Kind.VALUE, Claims.shown("OwnershipControls", bucket.ownership())));
            } else {
                claims.require(
                        bucket.element(),
                        bucket.ownership(),
                        "BucketOwnerEnforced"::equals,
                        "ObjectOwnership",
                        "ACLs are disabled",
                        "ACLs are in force, so that who writes an object may decide who reads it",
                        FIX);
            }
        }
    }
}
