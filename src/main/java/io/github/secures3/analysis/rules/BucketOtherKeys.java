package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets with a KMS key of their own into which objects can be written under another key, or under S3's: a key of the uploader's account locks the owner out, and SSE-S3
 * loses the second lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html">Specifying SSE-KMS</a>
 * @since 0.1
 */
public final class BucketOtherKeys implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.other-keys",
                    Severity.NOTE,
                    "Nothing is written under another key",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html")
            .explainedBy("allowUploadsUnderOtherKeys", "encryptWithDualLayerKms")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            if (context.factsOf(bucket).keyArn() == null) {
                continue;
            }
            claims.require(
                    bucket.element(),
                    context.verdict(bucket, AskedInvariants.OTHER_KEYS),
                    "nothing is written under another key",
                    "an upload or a replica can come under another key than that of the bucket",
                    "deny s3:PutObject, s3:ReplicateObject and s3:UpdateObjectEncryption under another algorithm,"
                            + " under aws:kms without a key id, and under another key");
        }
    }
}
