package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.Value;
import java.util.function.Consumer;

/**
 * Finds buckets that send events neither to EventBridge nor to a function, queue or topic. Buckets that receive server access logs are left
 * out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">Event notifications</a>
 * @since 0.1
 */
public final class BucketEventNotifications implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.event-notifications",
                    Severity.NOTE,
                    "Somebody is told what happens to objects",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html")
            .covers(Framework.SECURITY_HUB, "S3.11")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.4")
            .covers(Framework.PROWLER, "s3_bucket_event_notifications_enabled")
            .explainedBy("allowWithoutEventBridge")
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
            if (logBuckets.receives(bucket)) {
                continue;
            }
            Value<?> stated = bucket.eventBridge().isAbsent() ? bucket.notifications() : bucket.eventBridge();
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), stated),
                    Values.isOn(bucket.eventBridge())
                            .or(Values.any(bucket.notifications(), BucketEventNotifications::isOfObjects)),
                    "events are sent",
                    "nothing learns of objects that are written or deleted",
                    "set NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled to true",
                    Claims.shown("NotificationConfiguration", stated));
        }
    }

    /** Events of replication tell of copies that are missing, not of what happens here. */
    private static Truth isOfObjects(Notification notification) {
        return Values.fits(notification.event(), event -> !event.startsWith("s3:Replication:"));
    }
}
