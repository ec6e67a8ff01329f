package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets whose default encryption is not by a KMS key (SSE-KMS or DSSE-KMS), so that who may read the bucket may read the data. Buckets
 * that receive server access logs are left out: S3 delivers those to SSE-S3 alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">Server-side encryption with AWS KMS keys</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Access logs and encryption of the destination</a>
 * @since 0.1
 */
public final class BucketKmsEncryption implements Rule {

    private static final String CLAIM = "objects are encrypted with a KMS key by default";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.kms-encryption",
                    Severity.WARNING,
                    "Objects are encrypted with a KMS key by default",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html")
            .covers(Framework.SECURITY_HUB, "S3.17")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.10")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3DefaultEncryptionKMS",
                    "NIST.800.53.R5-S3DefaultEncryptionKMS",
                    "PCI.DSS.321-S3DefaultEncryptionKMS")
            .covers(Framework.GUARD_REGISTRY, "S3_DEFAULT_ENCRYPTION_KMS")
            .covers(Framework.PROWLER, "s3_bucket_kms_encryption")
            .explainedBy("allowWithoutKms")
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
            if (!logBuckets.receives(bucket)) {
                check(bucket, claims);
            }
        }
    }

    private static void check(Bucket bucket, Claims claims) {
        Value<List<BucketEncryption>> rules = bucket.encryption();
        if (rules instanceof Value.Unknown<List<BucketEncryption>> unknown) {
            claims.add(
                    claims.undecided(bucket.element(), CLAIM, unknown.reason()).at(unknown.at()));
            return;
        }
        Value<String> algorithm = rules.known().orElse(List.of()).stream()
                .findFirst()
                .map(BucketEncryption::algorithm)
                .orElse(Value.absent());
        claims.require(
                bucket.element(),
                algorithm,
                name -> name.equals("aws:kms") || name.equals("aws:kms:dsse"),
                "SSEAlgorithm",
                CLAIM,
                "objects are encrypted by S3 itself (SSE-S3), so no key policy limits who can read them",
                "set SSEAlgorithm to aws:kms and KMSMasterKeyID to a key of your own, with BucketKeyEnabled");
    }
}
