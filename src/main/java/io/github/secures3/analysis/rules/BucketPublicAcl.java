package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds buckets whose canned ACL grants access to everyone, or to everyone with an AWS account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl">Canned ACLs</a>
 * @since 0.1
 */
public final class BucketPublicAcl implements Rule {

    private static final Set<String> PUBLIC = Set.of("PublicRead", "PublicReadWrite", "AuthenticatedRead");
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.public-acl",
                    Severity.ERROR,
                    "No ACL opens the bucket to everyone",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
            .covers(Framework.SECURITY_HUB, "S3.2", "S3.3")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3BucketPublicReadProhibited",
                    "NIST.800.53.R4-S3BucketPublicReadProhibited",
                    "NIST.800.53.R5-S3BucketPublicReadProhibited",
                    "PCI.DSS.321-S3BucketPublicReadProhibited",
                    "HIPAA.Security-S3BucketPublicWriteProhibited",
                    "NIST.800.53.R4-S3BucketPublicWriteProhibited",
                    "NIST.800.53.R5-S3BucketPublicWriteProhibited",
                    "PCI.DSS.321-S3BucketPublicWriteProhibited")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_NO_PUBLIC_RW_ACL", "S3_BUCKET_PUBLIC_READ_ACL")
            .covers(Framework.CHECKOV, "CKV_AWS_20", "CKV_AWS_57")
            .covers(Framework.PROWLER, "s3_bucket_public_list_acl", "s3_bucket_public_write_acl")
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
                    Claims.place(bucket.element(), bucket.acl()),
                    Values.fits(bucket.acl(), PUBLIC::contains).not(),
                    "the ACL is private",
                    "the ACL grants access to "
                            + (bucket.acl().isSurely("AuthenticatedRead"::equals)
                                    ? "everyone with an AWS account"
                                    : "everyone"),
                    "leave AccessControl out, and grant access with a bucket policy",
                    Claims.shown("AccessControl", bucket.acl()));
        }
    }
}
