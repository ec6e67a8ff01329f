package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;

/** What is added to a bucket after it was made. */
class AdditionsTest {

    @Test
    void one_bucket_has_one_policy_whatever_is_added() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket data = new SecureBucket(stack, "Data");
            data.grantRead(new AccountPrincipal("444455556666"));
            data.addToResourcePolicy(auditors(data));
            data.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, "Queue")));
        });

        assertThat(template.resources("AWS::S3::BucketPolicy").keySet())
                .containsExactlyInAnyOrder("DataBucketPolicyE215AACA", "SecureS3AccessLogsBucketPolicyB28682F1");
        assertThat(template.bucketPolicy("Data").statements().stream().map(Statement::sid))
                .contains("DenyInsecureTransport", "Auditors");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html */
    @Test
    void notifying_a_queue_keeps_eventbridge_on() {
        SynthesizedTemplate template = Synthesized.storage(stack -> new SecureBucket(stack, "Data")
                .addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, "Queue"))));

        Map<String, JsonNode> notifications = template.resources("Custom::S3BucketNotifications");
        assertThat(notifications).hasSize(1);
        JsonNode configuration =
                notifications.values().iterator().next().path("Properties").path("NotificationConfiguration");
        assertThat(configuration.has("EventBridgeConfiguration")).isTrue();
        assertThat(configuration.path("QueueConfigurations")).hasSize(1);
        assertThat(template.bucket("Data").path("Properties").has("NotificationConfiguration"))
                .isFalse();
    }

    @Test
    void two_notifications_share_one_configuration() {
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            SecureBucket data = new SecureBucket(stack, "Data");
            SqsDestination queue = new SqsDestination(new Queue(stack, "Queue"));
            data.addEventNotification(EventType.OBJECT_CREATED, queue);
            data.addEventNotification(EventType.OBJECT_REMOVED, queue);
        });

        assertThat(template.resources("Custom::S3BucketNotifications")
                        .values()
                        .iterator()
                        .next()
                        .path("Properties")
                        .path("NotificationConfiguration")
                        .path("QueueConfigurations"))
                .hasSize(2);
    }

    @Test
    void props_can_be_shared_and_changed_for_the_next() {
        SecureBucketProps.Builder builder = SecureBucketProps.builder();
        SecureBucketProps plain = builder.build();
        SecureBucketProps unversioned =
                builder.allowWithoutVersioning("scratch space").build();
        SynthesizedTemplate template = Synthesized.storage(stack -> {
            new SecureBucket(stack, "Data", plain);
            new SecureBucket(stack, "More", plain);
            new SecureBucket(stack, "Scratch", unversioned);
        });

        assertThat(template.bucket("Data").path("Properties").has("VersioningConfiguration"))
                .isTrue();
        assertThat(template.bucket("More").path("Properties").has("VersioningConfiguration"))
                .isTrue();
        assertThat(template.bucket("Scratch").path("Properties").has("VersioningConfiguration"))
                .isFalse();
    }

    private static Statement auditors(SecureBucket data) {
        return Statement.allow("Auditors")
                .principals(Principals.of(Principal.aws("arn:aws:iam::444455556666:role/Auditor")))
                .actions("s3:ListBucket")
                .resources(data.getBucketArn())
                .build();
    }
}
