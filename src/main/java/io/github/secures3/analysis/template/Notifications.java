package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.FilterRule;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads who gets the events of a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html">NotificationConfiguration</a>
 */
final class Notifications {

    private Notifications() {}

    static Value<List<Notification>> of(Properties configuration) {
        List<Notification> all = new ArrayList<>();
        Value<List<Notification>> last = Value.absent();
        for (String service : List.of("Lambda", "Queue", "Topic")) {
            String target = service.equals("Lambda") ? "Function" : service;
            Value<List<Notification>> some =
                    configuration.list(service + "Configurations", entry -> notification(entry, service, target));
            if (some.isUnknown()) {
                return some;
            }
            some.known().ifPresent(all::addAll);
            last = some.isAbsent() ? last : some;
        }
        return last instanceof Value.Known<List<Notification>> known
                ? new Value.Known<>(List.copyOf(all), known.at())
                : Value.absent();
    }

    private static Notification notification(Properties entry, String service, String target) {
        return new Notification(
                new Value.Known<>(service, entry.get("Event").place().location()),
                entry.text(target),
                entry.text("Event"),
                entry.child("Filter")
                        .child("S3Key")
                        .list("Rules", rule -> new FilterRule(rule.text("Name"), rule.text("Value"))));
    }

    /** Whether EventBridge gets the events; an empty configuration switches it on. */
    static Value<Boolean> eventBridge(Properties configuration) {
        Resolved eventBridge = configuration.get("EventBridgeConfiguration");
        Value<Boolean> flag = configuration.child("EventBridgeConfiguration").flag("EventBridgeEnabled");
        return flag.isAbsent() && eventBridge instanceof Resolved.Members
                ? new Value.Known<>(true, eventBridge.place().location())
                : flag;
    }
}
