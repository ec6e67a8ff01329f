package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that keep no server access log. Buckets that receive the logs of others, as the estate or their own policy shows, are left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Logging requests with server access logging</a>
 * @since 0.1
 */
public final class BucketAccessLogging implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.access-logging",
                    Severity.WARNING,
                    "Server access logging is on for the bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html")
            .covers(Framework.SECURITY_HUB, "S3.9")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.2")
            .covers(
                    Framework.CDK_NAG,
                    "AwsSolutions-S1",
                    "HIPAA.Security-S3BucketLoggingEnabled",
                    "NIST.800.53.R4-S3BucketLoggingEnabled",
                    "NIST.800.53.R5-S3BucketLoggingEnabled",
                    "PCI.DSS.321-S3BucketLoggingEnabled")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_LOGGING_ENABLED")
            .covers(Framework.CHECKOV, "CKV_AWS_18")
            .covers(Framework.PROWLER, "s3_bucket_server_access_logging_enabled")
            .explainedBy("allowWithoutAccessLogs")
            .covers(Framework.SECURITY_HUB, "CloudTrail.7")
            .covers(Framework.CIS_AWS_FOUNDATIONS, "v1.4.0/3.6", "v3.0.0/3.4", "v5.0.0/3.4", "v7.0.0/4.4")
            .covers(Framework.PROWLER, "cloudtrail_logs_s3_bucket_access_logging_enabled")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        LogBuckets logBuckets = context.logBuckets();
        for (Bucket bucket : context.estate().buckets()) {
            if (logBuckets.receives(bucket)) {
                continue;
            }
            claims.require(
                    bucket.element(),
                    bucket.logging(),
                    logging -> true,
                    "LoggingConfiguration",
                    "server access logging is on",
                    "no server access log tells who used the bucket",
                    "set LoggingConfiguration.DestinationBucketName to a log bucket in the same account and Region");
        }
    }
}
