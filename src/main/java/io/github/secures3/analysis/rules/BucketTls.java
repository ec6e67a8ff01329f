package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that answer to requests over plain HTTP. It is proved for all requests, so a Deny that names the wrong principal, misses the bucket or some
 * actions, or negates the wrong way is found, with a request that gets through.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit">Enforce encryption of data in transit</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport">aws:SecureTransport</a>
 * @since 0.1
 */
public final class BucketTls implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.tls",
                    Severity.WARNING,
                    "Requests over plain HTTP are refused",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit")
            .covers(Framework.SECURITY_HUB, "S3.5")
            .covers(Framework.CIS_AWS_FOUNDATIONS, "v7.0.0/3.1.1")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.8")
            .covers(
                    Framework.CDK_NAG,
                    "AwsSolutions-S10",
                    "HIPAA.Security-S3BucketSSLRequestsOnly",
                    "NIST.800.53.R4-S3BucketSSLRequestsOnly",
                    "NIST.800.53.R5-S3BucketSSLRequestsOnly",
                    "PCI.DSS.321-S3BucketSSLRequestsOnly")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_SSL_REQUESTS_ONLY")
            .covers(Framework.PROWLER, "s3_bucket_secure_transport_policy")
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
                    context.verdict(bucket, AskedInvariants.PLAIN_HTTP),
                    "requests over plain HTTP are refused",
                    "a request over plain HTTP is allowed, so that others on the way can read and change it",
                    "deny s3:* on the bucket and its objects to everyone where aws:SecureTransport is false");
        }
    }
}
