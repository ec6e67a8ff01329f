package io.github.secures3.analysis.report;

import java.util.List;

/**
 * Reads versioning with the life of noncurrent versions, and Object Lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-noncurrentversionexpiration.html">
 *     NoncurrentVersionExpiration</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-defaultretention.html">
 *     DefaultRetention</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html">Object Lock needs versioning</a>
 */
final class Versions {
    private Versions() {}

    static Protection of(Resource bucket, List<LifecycleRule> rules) {
        Parts parts = new Parts(Protection.Topic.VERSIONING);
        Value status = bucket.property("VersioningConfiguration").get("Status");
        String text = status.text().orElse("");
        if (status.isUnknown()) {
            return parts.unknown(status, "").protection();
        }
        if (text.equals("Suspended")) {
            parts.missing("suspended");
        } else if (!text.equals("Enabled")) {
            // Object Lock needs versioning, so "off" would be wrong; whether S3 turns it on is not the template's word.
            boolean lockable = bucket.property("ObjectLockEnabled").flag() != Protection.State.MISSING;
            return parts.missing(lockable ? "not set" : "off").protection();
        } else {
            parts.holds("on");
        }
        List<LifecycleRule> expiring =
                rules.stream().filter(LifecycleRule::expiresNoncurrentVersions).toList();
        expiring.forEach(rule -> rule.noncurrentVersions(parts));
        if (expiring.isEmpty() && rules.stream().noneMatch(LifecycleRule::isUnknown)) {
            parts.holds("noncurrent versions kept forever");
        }
        return parts.protection();
    }

    static Protection lock(Resource bucket) {
        Parts parts = new Parts(Protection.Topic.OBJECT_LOCK);
        Value enabled = bucket.property("ObjectLockEnabled");
        Value configuration = bucket.property("ObjectLockConfiguration");
        switch (enabled.flag()) {
            case MISSING -> {
                return parts.missing(configuration.isAbsent() ? "off" : "configured, but ObjectLockEnabled is not true")
                        .protection();
            }
            case UNKNOWN -> {
                return parts.unknown(enabled.misread(), "").protection();
            }
            case HOLDS -> parts.holds("on");
        }
        Value retention = configuration.get("Rule").get("DefaultRetention");
        if (retention.isUnknown()) {
            parts.unknown(retention, "default retention");
        } else if (retention.isAbsent()) {
            parts.holds("no default retention");
        } else {
            retention(retention, parts);
        }
        return parts.protection();
    }

    private static void retention(Value retention, Parts parts) {
        Value mode = retention.get("Mode");
        boolean inDays = !retention.get("Days").isAbsent();
        Value period = retention.get(inDays ? "Days" : "Years");
        if (mode.isUnknown() || period.isUnknown()) {
            parts.unknown(mode.isUnknown() ? mode : period, "default retention");
        } else if (mode.isAbsent() || period.isAbsent()) {
            parts.missing("default retention incomplete");
        } else {
            parts.holds(mode.text().orElse("unreadable mode") + " "
                    + LifecycleRule.period(period, inDays ? "day" : "year") + " by default");
        }
    }
}
