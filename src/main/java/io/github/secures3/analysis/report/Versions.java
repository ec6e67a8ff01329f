package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.ObjectLock;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;

/**
 * Tells how versioning stands, how long noncurrent versions live, and what Object Lock keeps.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-noncurrentversionexpiration.html">
 *     NoncurrentVersionExpiration</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-defaultretention.html">
 *     DefaultRetention</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html">Object Lock needs versioning</a>
 */
final class Versions {

    private Versions() {}

    static Protection of(Bucket bucket, Lifecycle lifecycle) {
        Parts parts = new Parts(Protection.Topic.VERSIONING);
        Value<String> status = bucket.versioning();
        if (status.isUnknown()) {
            return parts.unknown(status, "").protection();
        }
        if (status.isSurely("Suspended"::equals)) {
            parts.missing("suspended");
        } else if (!status.isSurely("Enabled"::equals)) {
            // Object Lock needs versioning, so "off" would be wrong; whether S3 turns it on is not the template's word.
            boolean lockable = bucket.objectLock().enabled().mayBe(on -> on);
            return parts.missing(lockable ? "not set" : "off").protection();
        } else {
            parts.holds("on");
        }
        lifecycle.noncurrentVersions(parts);
        return parts.protection();
    }

    static Protection lock(Bucket bucket) {
        Parts parts = new Parts(Protection.Topic.OBJECT_LOCK);
        ObjectLock lock = bucket.objectLock();
        boolean configured = !lock.mode().isAbsent()
                || !lock.days().isAbsent()
                || !lock.years().isAbsent();
        if (lock.enabled().isUnknown()) {
            return parts.unknown(lock.enabled(), "").protection();
        }
        if (!lock.enabled().isSurely(on -> on)) {
            return parts.missing(configured ? "configured, but ObjectLockEnabled is not true" : "off")
                    .protection();
        }
        parts.holds("on");
        if (configured) {
            retention(lock, parts);
        } else {
            parts.holds("no default retention");
        }
        return parts.protection();
    }

    private static void retention(ObjectLock lock, Parts parts) {
        boolean inDays = !lock.days().isAbsent();
        Value<BigDecimal> period = inDays ? lock.days() : lock.years();
        if (lock.mode().isUnknown()) {
            parts.unknown(lock.mode(), "default retention");
        } else if (period.isUnknown()) {
            parts.unknown(period, "default retention");
        } else if (lock.mode().isAbsent() || period.isAbsent()) {
            parts.missing("default retention incomplete");
        } else {
            parts.holds(Words.text(lock.mode()) + " " + Words.period(period, inDays ? "day" : "year") + " by default");
        }
    }
}
