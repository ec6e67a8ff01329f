package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import java.util.Comparator;
import java.util.List;

/**
 * Whether an S3 Bucket Key stands between a bucket and KMS. Without it every request calls KMS, which costs and throttles. Only where the bucket
 * is encrypted with a KMS key in both versions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">S3 Bucket Keys</a>
 * @since 0.1
 */
public final class BucketKey implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("bucket-key", "the S3 Bucket Key stays on", Kind.PROTECTION, Severity.NOTE);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "the S3 Bucket Key",
                    "enable BucketKeyEnabled again, which saves most calls to KMS",
                    Comparator.naturalOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .filter(pair -> EncryptionRules.isKms(pair.base()) && EncryptionRules.isKms(pair.head()))
                .flatMap(pair -> SETTING
                        .compare(
                                pair,
                                EncryptionRules.of(pair.base()).part(BucketEncryption::bucketKey),
                                EncryptionRules.of(pair.head()).part(BucketEncryption::bucketKey))
                        .stream())
                .toList();
    }
}
