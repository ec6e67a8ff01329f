package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that let callers in who show no credentials, through the bucket policy or an access point, with a request that gets through. It is proved over all
 * layers: a public statement that Block Public Access takes the effect from is not found here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 * @since 0.1
 */
public final class BucketAnonymousAccess implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.anonymous-access",
                    Severity.ERROR,
                    "Callers without credentials are refused",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html")
            .covers(Framework.SECURITY_HUB, "S3.2", "S3.3")
            .covers(Framework.PROWLER, "s3_bucket_public_access", "s3_bucket_policy_public_write_access")
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
                    context.verdict(bucket, AskedInvariants.ANONYMOUS),
                    "callers without credentials are refused",
                    "a caller without credentials is let in",
                    "name the principals, and switch on Block Public Access");
        }
    }
}
