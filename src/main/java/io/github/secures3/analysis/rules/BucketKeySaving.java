package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets encrypted with SSE-KMS without an S3 Bucket Key, where every request for an object is a call to KMS that costs money and counts against
 * its request quota. DSSE-KMS has no Bucket Keys and is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">S3 Bucket Keys</a>
 * @since 0.1
 */
public final class BucketKeySaving implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.bucket-key",
                    Severity.NOTE,
                    "An S3 Bucket Key saves calls to KMS",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html")
            .explainedBy("allowWithoutBucketKey")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            for (BucketEncryption rule : bucket.encryption().known().orElse(List.of())) {
                claims.require(
                        bucket.element(),
                        Claims.place(bucket.element(), rule.bucketKey()),
                        Values.fits(rule.algorithm(), "aws:kms"::equals).not().or(Values.isOn(rule.bucketKey())),
                        "an S3 Bucket Key is on",
                        "every request for an object calls KMS, which costs and can be throttled",
                        "set BucketKeyEnabled to true",
                        Claims.shown("BucketKeyEnabled", rule.bucketKey()));
            }
        }
    }
}
