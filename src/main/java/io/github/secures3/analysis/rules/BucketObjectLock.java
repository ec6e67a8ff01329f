package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets whose objects anybody with the right to delete can delete at once: without Object Lock, or with Object Lock but no default
 * retention. Buckets that receive server access logs are left out: S3 delivers none to a bucket with default retention.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Locking objects with Object Lock</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html">Access logs and default retention</a>
 * @since 0.1
 */
public final class BucketObjectLock implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.object-lock",
                    Severity.NOTE,
                    "Objects are locked by default",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html")
            .covers(Framework.SECURITY_HUB, "S3.15")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.9")
            .covers(Framework.CDK_NAG, "NIST.800.53.R4-S3BucketDefaultLockEnabled")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_DEFAULT_LOCK_ENABLED")
            .covers(Framework.PROWLER, "s3_bucket_object_lock")
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
                Truth enabled = Values.isOn(bucket.objectLock().enabled());
                claims.require(
                        bucket.element(),
                        Claims.place(bucket.element(), bucket.objectLock().enabled()),
                        enabled.and(Values.isStated(bucket.objectLock().mode())),
                        "objects are locked by default",
                        enabled.isTrue()
                                ? "objects are locked only where an upload asks for it"
                                : "objects can be deleted as soon as they are written",
                        "set ObjectLockEnabled, and ObjectLockConfiguration with a default retention",
                        Claims.shown("ObjectLockEnabled", bucket.objectLock().enabled()));
            }
        }
    }
}
