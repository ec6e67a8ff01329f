package io.github.secures3.constructs.bucket;

import java.util.ArrayList;
import java.util.List;
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

    /** The CDK's enum holds S3's names in the Node process alone. */
    private static String name(EventType event) {
        return switch (event) {
            case REPLICATION_OPERATION_FAILED_REPLICATION -> "s3:Replication:OperationFailedReplication";
            case REPLICATION_OPERATION_MISSED_THRESHOLD -> "s3:Replication:OperationMissedThreshold";
            case REPLICATION_OPERATION_NOT_TRACKED -> "s3:Replication:OperationNotTracked";
            case REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD -> "s3:Replication:OperationReplicatedAfterThreshold";
            default ->
                throw new IllegalArgumentException(
                        "events of the type " + event + " cannot be sent this way; use addEventNotification");
        };
    }
}
