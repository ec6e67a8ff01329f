package io.github.secures3.constructs.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.IConstruct;

/**
 * Events of a bucket that go to queues.
 *
 * <p>A bucket has one notification configuration. It stands on the resource until somebody asks for a notification that only the CDK's
 * custom resource can make; from then on all of them are made there, EventBridge among them, or the one would erase the other.
 */
final class QueueEvents {

    private static final List<String> FAMILIES = List.of(
            "OBJECT_CREATED",
            "OBJECT_REMOVED",
            "OBJECT_RESTORE",
            "OBJECT_TAGGING",
            "OBJECT_ACL",
            "LIFECYCLE_EXPIRATION",
            "REPLICATION");

    private final Bucket bucket;
    private final CfnBucket resource;
    private final boolean eventBridge;
    private final List<Target> targets = new ArrayList<>();
    private boolean customResource;

    private record Target(IQueue queue, EventType event) {}

    QueueEvents(Bucket bucket, CfnBucket resource, boolean eventBridge) {
        this.bucket = bucket;
        this.resource = resource;
        this.eventBridge = eventBridge;
    }

    void add(IQueue queue, List<EventType> events) {
        List<Target> added =
                events.stream().map(event -> new Target(queue, event)).toList();
        targets.addAll(added);
        if (customResource) {
            added.forEach(this::notify);
        } else {
            resource.setNotificationConfiguration(configuration());
            policyOf(queue).ifPresent(resource::addResourceDependency);
        }
    }

    void byCustomResource() {
        if (customResource) {
            return;
        }
        customResource = true;
        if (eventBridge) {
            bucket.enableEventBridgeNotification();
        }
        if (eventBridge || !targets.isEmpty()) {
            resource.addPropertyDeletionOverride("NotificationConfiguration");
        }
        // The custom resource waits for the policies; here they would wait for the bucket, and the bucket for them.
        targets.forEach(target -> policyOf(target.queue()).ifPresent(resource::removeResourceDependency));
        targets.forEach(this::notify);
    }

    private void notify(Target target) {
        bucket.addEventNotification(target.event(), new SqsDestination(target.queue()));
    }

    private static Optional<CfnResource> policyOf(IQueue queue) {
        IConstruct policy = queue.getNode().tryFindChild("Policy");
        return policy != null && policy.getNode().getDefaultChild() instanceof CfnResource found
                ? Optional.of(found)
                : Optional.empty();
    }

    private CfnBucket.NotificationConfigurationProperty configuration() {
        List<Object> queues = new ArrayList<>();
        for (Target target : targets) {
            queues.add(CfnBucket.QueueConfigurationProperty.builder()
                    .event(name(target.event()))
                    .queue(target.queue().getQueueArn())
                    .build());
        }
        CfnBucket.NotificationConfigurationProperty.Builder builder =
                CfnBucket.NotificationConfigurationProperty.builder().queueConfigurations(queues);
        if (eventBridge) {
            builder.eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                    .eventBridgeEnabled(true)
                    .build());
        }
        return builder.build();
    }

    /** The name that S3 gives an event: {@code OBJECT_CREATED_PUT} is {@code s3:ObjectCreated:Put}; the CDK keeps it in its Node process. */
    static String name(EventType event) {
        String constant = event.name();
        for (String family : FAMILIES) {
            if (constant.equals(family)) {
                return "s3:" + words(family) + ":*";
            }
            if (constant.startsWith(family + "_")) {
                return "s3:" + words(family) + ":" + words(constant.substring(family.length() + 1));
            }
        }
        return "s3:" + words(constant);
    }

    private static String words(String constant) {
        StringBuilder words = new StringBuilder();
        for (String word : List.of(constant.split("_", -1))) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
