package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets that take objects encrypted with keys that the uploader brings along, which nobody else can read, and which ransomware uses. A bucket
 * that does not say is a note: S3 blocks SSE-C for buckets made since April 2026.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">Blocking SSE-C</a>
 * @since 0.1
 */
public final class BucketSseCBlocked implements Rule {

    private static final String FIX = "set BlockedEncryptionTypes.EncryptionType to SSE-C";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.sse-c-blocked",
                    Severity.WARNING,
                    "The bucket refuses keys that customers bring along (SSE-C)",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html")
            .explainedBy("allowSseC")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Value<List<Value<String>>> types = types(bucket);
            if (types.isAbsent()) {
                claims.add(claims.violated(
                                bucket.element(),
                                "SSE-C is left to the default, which blocks it for buckets made since April 2026",
                                FIX)
                        .withSeverity(Severity.NOTE)
                        .with(Evidence.Kind.VALUE, Claims.shown("BlockedEncryptionTypes", types)));
            } else {
                claims.require(
                        bucket.element(),
                        Claims.place(bucket.element(), types),
                        Values.any(types, type -> Values.fits(type, "SSE-C"::equals)),
                        "SSE-C is blocked",
                        "an upload can bring its own key (SSE-C), which makes the object unreadable to everybody else",
                        FIX,
                        Claims.shown("BlockedEncryptionTypes", types));
            }
        }
    }

    private static Value<List<Value<String>>> types(Bucket bucket) {
        if (bucket.encryption() instanceof Value.Unknown<List<BucketEncryption>> unknown) {
            return unknown.as();
        }
        return bucket.encryption().known().orElse(List.of()).stream()
                .findFirst()
                .map(BucketEncryption::blockedTypes)
                .orElse(Value.absent());
    }
}
