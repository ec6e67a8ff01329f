package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets whose policies let somebody write objects under a key that he brings along. The setting of the bucket that blocks such writes can be changed by whoever may
 * change the encryption; the policy holds without it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html">Using server-side encryption with customer-provided keys</a>
 * @since 0.1
 */
public final class BucketSseCDenied implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.sse-c-denied",
                    Severity.NOTE,
                    "The policy refuses keys that customers bring along (SSE-C)",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html")
            .explainedBy("allowSseC")
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
                    context.verdict(bucket, AskedInvariants.CUSTOMER_KEYS),
                    "the policy refuses SSE-C",
                    "only the setting of the bucket keeps uploads from bringing their own key (SSE-C)",
                    "deny s3:PutObject and s3:ReplicateObject where s3:x-amz-server-side-encryption-customer-algorithm is there");
        }
    }
}
