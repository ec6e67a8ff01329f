package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * One receiver of events of a bucket.
 *
 * @param service {@code Lambda}, {@code Queue} or {@code Topic}; always known
 * @param target the ARN of the receiver
 * @param event which events
 * @param filters which keys
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html">NotificationConfiguration</a>
 * @since 0.1
 */
public record Notification(
        Value<String> service, Value<String> target, Value<String> event, Value<List<FilterRule>> filters) {

    /** Checks that nothing is missing. */
    public Notification {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(filters, "filters");
    }
}
