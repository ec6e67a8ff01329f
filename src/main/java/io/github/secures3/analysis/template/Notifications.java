package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.FilterRule;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads who gets the events of a bucket: from the bucket itself, and from the custom resource by which CDK sets notifications.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html">NotificationConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html">The same in the S3 API</a>
 */
final class Notifications {

    private Notifications() {}

    static Value<List<Notification>> of(Properties own, Properties custom) {
        List<Value<List<Notification>>> all = new ArrayList<>();
        for (String service : List.of("Lambda", "Queue", "Topic")) {
            String target = service.equals("Lambda") ? "Function" : service;
            all.add(own.list(service + "Configurations", entry -> notification(entry, service, target)));
        }
        for (String service : List.of("LambdaFunction", "Queue", "Topic")) {
            all.add(flat(custom.list(service + "Configurations", entry -> byApi(entry, service))));
        }
        return flat(all);
    }

    private static Notification notification(Properties entry, String service, String target) {
        return new Notification(
                new Value.Known<>(service, entry.get("Event").place().location()),
                entry.text(target),
                entry.text("Event"),
                entry.child("Filter").child("S3Key").list("Rules", Notifications::filter));
    }

    /** One notification for each event, as templates have it. */
    private static Value<List<Notification>> byApi(Properties entry, String service) {
        Value<List<Value<String>>> events = entry.texts("Events");
        if (!(events instanceof Value.Known<List<Value<String>>> known)) {
            return events instanceof Value.Unknown<List<Value<String>>> unknown ? unknown.as() : Value.absent();
        }
        List<Notification> all = new ArrayList<>();
        for (Value<String> event : known.value()) {
            all.add(new Notification(
                    new Value.Known<>(service.replace("Function", ""), known.at()),
                    entry.text(service + "Arn"),
                    event,
                    entry.child("Filter").child("Key").list("FilterRules", Notifications::filter)));
        }
        return new Value.Known<>(List.copyOf(all), known.at());
    }

    private static FilterRule filter(Properties rule) {
        return new FilterRule(rule.text("Name"), rule.text("Value"));
    }

    private static Value<List<Notification>> flat(Value<List<Value<List<Notification>>>> lists) {
        if (lists instanceof Value.Known<List<Value<List<Notification>>>> known) {
            return flat(known.value());
        }
        return lists instanceof Value.Unknown<List<Value<List<Notification>>>> unknown ? unknown.as() : Value.absent();
    }

    /** All lists as one; unknown where one of them is, absent where all are. */
    private static Value<List<Notification>> flat(List<Value<List<Notification>>> lists) {
        List<Notification> all = new ArrayList<>();
        Value<List<Notification>> last = Value.absent();
        for (Value<List<Notification>> some : lists) {
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

    /** Whether EventBridge gets the events; an empty configuration switches it on. */
    static Value<Boolean> eventBridge(Properties own, Properties custom) {
        Value<Boolean> flag = eventBridge(own);
        return flag.isAbsent() ? eventBridge(custom) : flag;
    }

    private static Value<Boolean> eventBridge(Properties configuration) {
        Resolved eventBridge = configuration.get("EventBridgeConfiguration");
        Value<Boolean> flag = configuration.child("EventBridgeConfiguration").flag("EventBridgeEnabled");
        return flag.isAbsent() && eventBridge instanceof Resolved.Members
                ? new Value.Known<>(true, eventBridge.place().location())
                : flag;
    }
}
