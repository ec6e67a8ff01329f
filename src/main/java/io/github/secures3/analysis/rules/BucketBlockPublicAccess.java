package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets on which a setting of Block Public Access is off, as an error. A bucket that states none of them is a note: the service switches
 * all four on for new buckets, and did not for those made before April 2023.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 * @since 0.1
 */
public final class BucketBlockPublicAccess implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.block-public-access",
                    Severity.ERROR,
                    "All four settings of Block Public Access are on for the bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html")
            .covers(Framework.SECURITY_HUB, "S3.8")
            .covers(Framework.CIS_AWS_FOUNDATIONS, "v7.0.0/3.1.4")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.1")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3BucketLevelPublicAccessProhibited",
                    "NIST.800.53.R5-S3BucketLevelPublicAccessProhibited",
                    "PCI.DSS.321-S3BucketLevelPublicAccessProhibited")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED")
            .covers(Framework.CHECKOV, "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56")
            .covers(Framework.PROWLER, "s3_bucket_level_public_access_block")
            .covers(Framework.SECURITY_HUB, "CloudTrail.6")
            .covers(Framework.CIS_AWS_FOUNDATIONS, "v1.4.0/3.3")
            .covers(Framework.CDK_NAG, "AwsSolutions-S2")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_PUBLIC_READ_PROHIBITED", "S3_BUCKET_PUBLIC_WRITE_PROHIBITED")
            .covers(Framework.PROWLER, "cloudtrail_logs_s3_bucket_is_not_publicly_accessible")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        BlockedPublicAccess settings =
                new BlockedPublicAccess(new Claims(this, findings), "switch on all four settings");
        for (Bucket bucket : context.estate().buckets()) {
            if (bucket.publicAccessBlock().isAbsent()) {
                findings.accept(settings.unstated(bucket.element()));
            }
            settings.check(bucket.element(), bucket.publicAccessBlock());
        }
    }
}
