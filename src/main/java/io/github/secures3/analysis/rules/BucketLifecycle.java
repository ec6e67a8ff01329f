package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets without an enabled lifecycle rule, in which objects, noncurrent versions and parts of incomplete uploads stay for ever.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html">Managing the lifecycle of objects</a>
 * @since 0.1
 */
public final class BucketLifecycle implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.lifecycle",
                    Severity.NOTE,
                    "The bucket has a lifecycle rule",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html")
            .covers(Framework.SECURITY_HUB, "S3.10", "S3.13")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.3", "CT.S3.PR.6")
            .covers(Framework.PROWLER, "s3_bucket_lifecycle_enabled")
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
                    Claims.place(bucket.element(), bucket.lifecycle()),
                    LifecycleRules.anyEnabled(bucket, rule -> Truth.TRUE),
                    "a lifecycle rule is enabled",
                    bucket.lifecycle().isAbsent()
                            ? "no lifecycle rule ends the storage of objects, noncurrent versions and incomplete"
                                    + " uploads"
                            : "no lifecycle rule is enabled",
                    "add a lifecycle rule, at least one that expires noncurrent versions and aborts incomplete uploads",
                    Claims.shown(LifecycleRules.PROPERTY, bucket.lifecycle()));
        }
    }
}
