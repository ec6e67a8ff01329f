package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.SnsDestination;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics-events.html
 */
class AlarmsAndEventsTest {

    private static final String ALARM = "AWS::CloudWatch::Alarm";

    @Test
    void failures_are_watched_at_the_source_and_lag_at_the_destination() {
        Copies copies = Copies.inOneAccount();

        assertThat(copies.source().resources(ALARM).values())
                .extracting(alarm -> alarm.at("/Properties/MetricName").asText())
                .containsExactly("OperationsFailedReplication");
        assertThat(copies.replica().resources(ALARM).values())
                .extracting(alarm -> alarm.at("/Properties/MetricName").asText())
                .containsExactlyInAnyOrder("ReplicationLatency", "BytesPendingReplication");
    }

    @Test
    void each_alarm_names_both_buckets_and_the_rule_and_keeps_its_state_without_data() {
        Copies copies = Copies.inOneAccount();

        assertThat(alarm(copies.source(), "OperationsFailedReplication").toString())
                .contains("\"Statistic\":\"Sum\"", "\"Threshold\":1,", "GreaterThanOrEqualToThreshold");
        assertThat(alarm(copies.replica(), "ReplicationLatency").toString())
                .contains("\"Statistic\":\"Maximum\"", "\"Threshold\":900,", "GreaterThanThreshold");
        assertThat(alarm(copies.replica(), "BytesPendingReplication").toString())
                .contains("\"Statistic\":\"Maximum\"", "\"Threshold\":10737418240,", "\"EvaluationPeriods\":3");
        for (SynthesizedTemplate template : new SynthesizedTemplate[] {copies.source(), copies.replica()}) {
            assertThat(template.resources(ALARM).values()).allSatisfy(alarm -> {
                assertThat(alarm.at("/Properties/Dimensions").toString())
                        .isEqualTo("[{\"Name\":\"DestinationBucket\",\"Value\":\"acme-copy\"},"
                                + "{\"Name\":\"RuleId\",\"Value\":\"to-acme-copy\"},"
                                + "{\"Name\":\"SourceBucket\",\"Value\":\"acme-data\"}]");
                assertThat(alarm.at("/Properties/TreatMissingData").asText()).isEqualTo("ignore");
                assertThat(alarm.at("/Properties/Namespace").asText()).isEqualTo("AWS/S3");
                assertThat(alarm.at("/Properties/Period").asInt()).isEqualTo(300);
            });
        }
    }

    @Test
    void thresholds_and_actions_are_a_matter_of_choice() {
        App app = Synthesized.app();
        Stack watch = Synthesized.stack(app, "Watch", Copies.ACCOUNT, Copies.FRANKFURT);
        Stack here = Synthesized.stack(app, "Storage", Copies.ACCOUNT, Copies.IRELAND);
        ITopic there = new Topic(watch, "Topic");
        ITopic topic = new Topic(here, "Topic");
        ReplicatedBucket bucket = ReplicatedBucket.Builder.create(here, "Data")
                .bucketName("acme-data")
                .rule(ReplicationRule.to(
                        ReplicaDestination.named(Copies.OTHER_ACCOUNT, Copies.FRANKFURT, "acme-copy"),
                        DeleteMarkers.REPLICATED,
                        ReplicaModifications.NOT_SYNCED))
                .thresholds(new ReplicationThresholds(Duration.ofMinutes(30), 5, 7))
                .alarmActions(new SnsAction(topic))
                .lagAlarms(watch, new SnsAction(there))
                .build();
        assertThat(bucket.getFailureAlarms()).containsOnlyKeys("to-acme-copy");
        assertThat(bucket.getLagAlarms()).hasSize(1);
        Synthesized synthesized = Synthesized.of(app);

        SynthesizedTemplate lag = synthesized.template(watch);
        assertThat(alarm(lag, "ReplicationLatency").path("Threshold").asInt()).isEqualTo(1800);
        assertThat(alarm(lag, "BytesPendingReplication").path("Threshold").asInt())
                .isEqualTo(5);
        assertThat(lag.resources(ALARM).values())
                .allSatisfy(alarm ->
                        assertThat(alarm.at("/Properties/AlarmActions")).hasSize(1));
        JsonNode failed = alarm(synthesized.template(here), "OperationsFailedReplication");
        assertThat(failed.path("Threshold").asInt()).isEqualTo(7);
        assertThat(failed.path("AlarmActions")).hasSize(1);
    }

    @Test
    void a_rule_without_metrics_has_no_alarms() {
        Copies.Plan plan = Copies.plan();
        plan.rule = rule -> rule.allowWithoutTimeControl("test").allowWithoutMetrics("test");
        Copies copies = plan.synthesized();

        assertThat(copies.source().resources(ALARM)).isEmpty();
        assertThat(copies.replica().resources(ALARM)).isEmpty();
    }

    /** EventBridge gets no replication events from S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-mapping-troubleshooting.html */
    @Test
    void failure_events_travel_by_queue_and_pipe_to_a_rule_with_the_chosen_target() {
        SynthesizedTemplate template = withFailureEvents(false);

        JsonNode notifications = template.bucket("Data").at("/Properties/NotificationConfiguration");
        assertThat(notifications
                        .at("/EventBridgeConfiguration/EventBridgeEnabled")
                        .asBoolean())
                .isTrue();
        String queue = template.logicalId("AWS::SQS::Queue", "DataFailureEventsQueue");
        assertThat(notifications.path("QueueConfigurations"))
                .allSatisfy(one ->
                        assertThat(one.at("/Queue/Fn::GetAtt/0").asText()).isEqualTo(queue))
                .extracting(one -> one.path("Event").asText())
                .containsExactly(
                        "s3:Replication:OperationFailedReplication",
                        "s3:Replication:OperationMissedThreshold",
                        "s3:Replication:OperationNotTracked",
                        "s3:Replication:OperationReplicatedAfterThreshold");
        JsonNode pipe = only(template, "AWS::Pipes::Pipe");
        assertThat(pipe.at("/Source/Fn::GetAtt/0").asText()).isEqualTo(queue);
        assertThat(template.filledIn(pipe.path("Target")).asText())
                .isEqualTo("arn:aws:events:eu-west-1:111122223333:event-bus/default");
        JsonNode sent = template.filledIn(pipe.at("/TargetParameters/EventBridgeEventBusParameters"));
        JsonNode expected =
                template.filledIn(only(template, "AWS::Events::Rule").path("EventPattern"));
        assertThat(expected.path("source").path(0)).isEqualTo(sent.path("Source"));
        assertThat(expected.path("detail-type").path(0)).isEqualTo(sent.path("DetailType"));
        assertThat(expected.path("resources").path(0))
                .isEqualTo(sent.path("Resources").path(0));
        assertThat(only(template, "AWS::Events::Rule").path("Targets")).hasSize(1);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html */
    @Test
    void the_queue_takes_messages_of_this_bucket_only_and_stands_before_it() {
        SynthesizedTemplate template = withFailureEvents(false);

        String policy = template.logicalId("AWS::SQS::QueuePolicy", "DataFailureEventsQueuePolicy");
        String text = template.resource(policy).toString();
        assertThat(text)
                .contains("\"aws:SourceAccount\":\"111122223333\"", ":s3:::acme-data", "s3.amazonaws.com")
                .contains("\"aws:SecureTransport\":false");
        assertThat(template.bucket("Data").path("DependsOn").toString()).contains(policy);
        assertThat(template.resources("AWS::SQS::Queue").values())
                .allSatisfy(queue -> assertThat(
                                queue.at("/Properties/SqsManagedSseEnabled").asBoolean())
                        .isTrue());
        Cycles.none(template);
    }

    @Test
    void failure_events_survive_notifications_of_the_cdk() {
        SynthesizedTemplate template = withFailureEvents(true);

        JsonNode all = only(template, "Custom::S3BucketNotifications").path("NotificationConfiguration");
        assertThat(all.path("QueueConfigurations")).hasSize(4);
        assertThat(all.path("TopicConfigurations")).hasSize(1);
        assertThat(all.has("EventBridgeConfiguration")).isTrue();
        assertThat(template.bucket("Data")
                        .at("/Properties/NotificationConfiguration")
                        .isMissingNode())
                .isTrue();
        Cycles.none(template);
    }

    private static SynthesizedTemplate withFailureEvents(boolean topicToo) {
        App app = Synthesized.app();
        Stack here = Synthesized.stack(app, "Storage", Copies.ACCOUNT, Copies.IRELAND);
        ReplicatedBucket bucket = ReplicatedBucket.Builder.create(here, "Data")
                .bucketName("acme-data")
                .rule(ReplicationRule.to(
                        ReplicaDestination.named(Copies.OTHER_ACCOUNT, Copies.FRANKFURT, "acme-copy"),
                        DeleteMarkers.REPLICATED,
                        ReplicaModifications.NOT_SYNCED))
                .allowWithoutLagAlarms("watched elsewhere")
                .failureEvents(new SnsTopic(new Topic(here, "Failures")))
                .build();
        if (topicToo) {
            bucket.getSecureBucket()
                    .addEventNotification(EventType.OBJECT_CREATED_PUT, new SnsDestination(new Topic(here, "Uploads")));
        }
        assertThat(bucket.getFailureRule()).isPresent();
        return Synthesized.of(app).template(here);
    }

    private static JsonNode alarm(SynthesizedTemplate template, String metric) {
        return template.resources(ALARM).values().stream()
                .map(alarm -> alarm.path("Properties"))
                .filter(alarm -> alarm.path("MetricName").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode only(SynthesizedTemplate template, String type) {
        assertThat(template.resources(type)).hasSize(1);
        return template.resources(type).values().iterator().next().path("Properties");
    }
}
