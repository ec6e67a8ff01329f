package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Finds buckets that do not keep earlier versions of objects: versioning is left out or suspended.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Retaining multiple versions of objects</a>
 * @since 0.1
 */
public final class BucketVersioning implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.versioning",
                    Severity.WARNING,
                    "Versioning is on for the bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html")
            .covers(Framework.SECURITY_HUB, "S3.14")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.11")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3BucketVersioningEnabled",
                    "NIST.800.53.R4-S3BucketVersioningEnabled",
                    "NIST.800.53.R5-S3BucketVersioningEnabled",
                    "PCI.DSS.321-S3BucketVersioningEnabled")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_VERSIONING_ENABLED")
            .covers(Framework.CHECKOV, "CKV_AWS_21")
            .covers(Framework.PROWLER, "s3_bucket_object_versioning")
            .explainedBy("allowWithoutVersioning")
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
                    KeptVersions.status(bucket),
                    "Enabled"::equals,
                    "VersioningConfiguration.Status",
                    "versioning is on",
                    "versioning is "
                            + KeptVersions.status(bucket).known().orElse("off").toLowerCase(Locale.ROOT)
                            + ": an overwritten or deleted object is lost",
                    "set VersioningConfiguration.Status to Enabled");
        }
    }
}
