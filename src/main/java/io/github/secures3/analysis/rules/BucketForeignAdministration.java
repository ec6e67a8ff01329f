package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets on which an identity of another account can change the policy, the encryption or ACLs. It is proved for every identity of every other account whose own
 * policies allow everything.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6">Security Hub S3.6</a>
 * @since 0.1
 */
public final class BucketForeignAdministration implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.foreign-administration",
                    Severity.ERROR,
                    "Other accounts cannot administer the bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html")
            .covers(Framework.SECURITY_HUB, "S3.6")
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
                    context.verdict(bucket, AskedInvariants.FOREIGN_ADMINISTRATION),
                    "other accounts cannot administer the bucket",
                    "an identity of another account can change the policy, the encryption or ACLs",
                    "allow other accounts no more than reading and writing objects");
        }
    }
}
