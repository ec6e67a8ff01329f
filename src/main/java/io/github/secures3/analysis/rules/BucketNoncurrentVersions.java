package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds versioned buckets in which versions that were replaced or deleted stay for ever, and with them data that was meant to be gone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html">Lifecycle configuration examples</a>
 * @since 0.1
 */
public final class BucketNoncurrentVersions implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.noncurrent-versions",
                    Severity.NOTE,
                    "Noncurrent versions expire",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html")
            .explainedBy("keepNoncurrentVersionsForever")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Truth versioned = Values.fits(KeptVersions.status(bucket), "Enabled"::equals);
            Truth expire = LifecycleRules.anyEnabled(
                    bucket,
                    rule -> Values.isStated(rule.noncurrentDays()).or(Values.isStated(rule.newerNoncurrentVersions())));
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), bucket.lifecycle()),
                    versioned.not().or(expire),
                    "noncurrent versions expire",
                    "versions that were replaced or deleted stay for ever",
                    "add a lifecycle rule with NoncurrentVersionExpiration",
                    Claims.shown(LifecycleRules.PROPERTY, bucket.lifecycle()));
        }
    }
}
