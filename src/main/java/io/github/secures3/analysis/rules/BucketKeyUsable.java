package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Stack;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets whose default key cannot encrypt for S3: it is disabled, asymmetric or for HMAC, not for encryption, or in another Region than the bucket. Uploads
 * then fail.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">Server-side encryption with AWS KMS keys</a>
 * @since 0.1
 */
public final class BucketKeyUsable implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.key-usable",
                    Severity.ERROR,
                    "S3 can use the default key of the bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html")
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
                rule.key()
                        .asText()
                        .ifPresent(name -> context.estate().all(KmsKey.class).stream()
                                .filter(key -> key.arn().equals(name)
                                        || key.id()
                                                .asText()
                                                .filter(name::equals)
                                                .isPresent())
                                .forEach(key -> check(context.estate(), bucket, key, claims)));
            }
        }
    }

    private static void check(Estate estate, Bucket bucket, KmsKey key, Claims claims) {
        String fix = "name a symmetric encryption key that is enabled, in the Region of the bucket";
        claims.require(
                bucket.element(),
                Claims.place(key.element(), key.enabled()),
                key.enabled().isAbsent() ? Truth.TRUE : Values.isOn(key.enabled()),
                "the key is enabled",
                "the key is disabled, so nothing can be written or read",
                fix,
                Claims.shown("Enabled of " + key.element().id(), key.enabled()));
        claims.require(
                bucket.element(),
                Claims.place(key.element(), key.keySpec()),
                key.keySpec().isAbsent() ? Truth.TRUE : Values.fits(key.keySpec(), "SYMMETRIC_DEFAULT"::equals),
                "the key is symmetric",
                "the key is not symmetric, which S3 does not take",
                fix,
                Claims.shown("KeySpec of " + key.element().id(), key.keySpec()));
        claims.require(
                bucket.element(),
                key.element().at(),
                Truth.of(!Deployed.surelyDiffer(estate, bucket.element(), key.element(), Stack::region)),
                "the key is in the Region of the bucket",
                "the key is in another Region than the bucket, which S3 does not take",
                fix,
                "the key is " + key.element().id());
    }
}
