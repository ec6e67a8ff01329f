package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.SseAlgorithm;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;

/** What constructs that are built around a secure bucket can do with it. */
class AroundTheBucketTest {

    private static final App APP = Synthesized.app();

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
    @Test
    void knows_every_event_by_the_name_that_s3_gives_it() {
        assertThat(Stream.of(EventType.values()).map(QueueEvents::name))
                .containsExactlyInAnyOrder(
                        "s3:ObjectCreated:*",
                        "s3:ObjectCreated:Put",
                        "s3:ObjectCreated:Post",
                        "s3:ObjectCreated:Copy",
                        "s3:ObjectCreated:CompleteMultipartUpload",
                        "s3:ObjectRemoved:*",
                        "s3:ObjectRemoved:Delete",
                        "s3:ObjectRemoved:DeleteMarkerCreated",
                        "s3:ObjectRestore:*",
                        "s3:ObjectRestore:Post",
                        "s3:ObjectRestore:Completed",
                        "s3:ObjectRestore:Delete",
                        "s3:ReducedRedundancyLostObject",
                        "s3:Replication:*",
                        "s3:Replication:OperationFailedReplication",
                        "s3:Replication:OperationMissedThreshold",
                        "s3:Replication:OperationReplicatedAfterThreshold",
                        "s3:Replication:OperationNotTracked",
                        "s3:LifecycleExpiration:*",
                        "s3:LifecycleExpiration:Delete",
                        "s3:LifecycleExpiration:DeleteMarkerCreated",
                        "s3:LifecycleTransition",
                        "s3:IntelligentTiering",
                        "s3:ObjectTagging:*",
                        "s3:ObjectTagging:Put",
                        "s3:ObjectTagging:Delete",
                        "s3:ObjectAcl:Put");
    }

    @Test
    void sends_events_to_a_queue_without_a_custom_resource_and_keeps_eventbridge_on() {
        SynthesizedTemplate template = Synthesized.storage(stack -> new SecureBucket(stack, "Data")
                .sendEventsToQueue(new Queue(stack, "Queue"), List.of(EventType.OBJECT_CREATED_PUT)));

        assertThat(template.bucket("Data")
                        .at("/Properties/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(template.bucket("Data")
                        .at("/Properties/NotificationConfiguration/QueueConfigurations/0/Event")
                        .asText())
                .isEqualTo("s3:ObjectCreated:Put");
        assertThat(template.root().toString()).doesNotContain("Custom::");
    }

    @Test
    void sends_events_beside_those_of_the_cdk_in_any_order() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket bucket = SecureBucket.Builder.create(stack, "Data")
                    .allowWithoutEventBridge("queues only")
                    .build();
            bucket.addEventNotification(EventType.OBJECT_REMOVED, new SqsDestination(new Queue(stack, "ByTheCdk")));
            bucket.sendEventsToQueue(new Queue(stack, "Queue"), List.of(EventType.OBJECT_CREATED_PUT));
        });

        assertThat(template.resources("Custom::S3BucketNotifications").values())
                .singleElement()
                .satisfies(all -> assertThat(all.at("/Properties/NotificationConfiguration/QueueConfigurations"))
                        .hasSize(2));
        assertThat(template.bucket("Data")
                        .at("/Properties/NotificationConfiguration")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void adds_to_the_policy_of_its_own_key_and_of_no_other() {
        Statement statement = Statement.allow("AllowMore")
                .actions("kms:Decrypt")
                .resources("*")
                .everyone()
                .build();

        Stack keyless = stack("Keyless");
        SecureBucket plain = SecureBucket.Builder.create(keyless, "Data")
                .allowWithoutKms("public data")
                .build();
        Refusals.refused(
                keyless,
                () -> plain.addToKeyPolicy(statement),
                "Keyless/Data: a statement is added to the key policy, but the bucket goes without KMS; take allowWithoutKms away");
        Stack imports = stack("Imported");
        SecureBucket imported = SecureBucket.Builder.create(imports, "Data")
                .encryptionKey(Key.fromKeyArn(
                        imports, "Key", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
                .build();
        Refusals.refused(
                imports,
                () -> imported.addToKeyPolicy(statement),
                "Imported/Data: the encryption key is imported, so its policy cannot be changed from here; its owner must add the statement"
                        + " {\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"AllowMore\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"}]}");
    }

    @Test
    void records_reasons_beside_its_own() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .allowWithoutAccessLogs("logged by the trail")
                .build()
                .recordOptOut("allowWithoutAlarm", "watched elsewhere"));

        assertThat(template.bucket("Data").at("/Metadata/SecureS3/OptOuts").toString())
                .isEqualTo(
                        "{\"allowWithoutAccessLogs\":\"logged by the trail\",\"allowWithoutAlarm\":\"watched elsewhere\"}");
        Stack reasons = stack("Reasons");
        SecureBucket unreasoned = new SecureBucket(reasons, "Data");
        Refusals.refused(
                reasons,
                () -> unreasoned.recordOptOut("allowWithoutAlarm", ""),
                "Reasons/Data: allowWithoutAlarm was given the reason ''; say in 1 to 256 characters why this bucket may go without the"
                        + " default");
    }

    @Test
    void tells_and_changes_its_settings_without_touching_the_original() {
        NetworkPerimeter perimeter = new NetworkPerimeter(List.of("vpce-1a2b3c4d"), List.of(), List.of(), List.of());
        SecureBucketProps props = SecureBucketProps.builder()
                .accountRegionalNamespace("data")
                .keyAlias("alias/data")
                .networkPerimeter(perimeter)
                .objectLock(ObjectLock.governance(1))
                .build();
        SecureBucketProps changed = props.toBuilder()
                .allowWithoutVersioning("scratch")
                .allowWithoutKms("public data")
                .bucketName("scratch")
                .build();

        assertThat(props.accountRegionalNamePrefix()).contains("data");
        assertThat(props.keyAlias()).contains("alias/data");
        assertThat(props.networkPerimeter()).contains(perimeter);
        assertThat(props.objectLock()).contains(ObjectLock.governance(1));
        assertThat(props.encryption()).isEqualTo(SseAlgorithm.AWS_KMS);
        assertThat(props.encryptionKey()).isEmpty();
        assertThat(props.versioned()).isTrue();
        assertThat(props.bucketName()).isEmpty();
        assertThat(changed.bucketName()).contains("scratch");
        assertThat(changed.versioned()).isFalse();
        assertThat(changed.encryption()).isEqualTo(SseAlgorithm.AES256);
    }

    private static Stack stack(String id) {
        return Synthesized.stack(APP, id);
    }
}
