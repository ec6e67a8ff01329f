package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that take requests over TLS 1.0 or 1.1. AWS's public endpoints refuse those by themselves today; the policy keeps it so through every
 * endpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version">Requiring a minimum TLS version</a>
 * @since 0.1
 */
public final class BucketTlsVersion implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.tls-version",
                    Severity.NOTE,
                    "Requests over TLS below 1.2 are refused",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS")
            .explainedBy("allowTlsBelow12")
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
                    context.verdict(bucket, AskedInvariants.OLD_TLS),
                    "requests over TLS below 1.2 are refused",
                    "a request over TLS below 1.2 is allowed",
                    "deny s3:* on the bucket and its objects to everyone where s3:TlsVersion is below 1.2");
        }
    }
}
