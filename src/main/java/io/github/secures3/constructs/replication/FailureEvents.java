package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Brings the replication events of a bucket to an EventBridge rule.
 *
 * <p>S3 sends many events to EventBridge, but not those of replication; they go to queues, topics and functions only. So a queue takes them,
 * and a pipe passes them on to the default event bus of the account and Region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics-events.html">Receiving replication failure events</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-mapping-troubleshooting.html">Amazon EventBridge mapping</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html">Amazon EventBridge Pipes</a>
 */
final class FailureEvents {

    static final String SOURCE = "secure-s3.replication";
    static final String DETAIL_TYPE = "S3 Replication Event";

    private static final int RETENTION_DAYS = 14;
    private static final int MOST_RECEIVES = 5;

    /** The message that S3 sends to try the queue out holds no records. */
    private static final String WITH_RECORDS = "{\"body\":{\"Records\":{\"eventName\":[{\"exists\":true}]}}}";

    private final Construct scope;
    private final BucketIdentity source;

    private FailureEvents(Construct scope, BucketIdentity source) {
        this.scope = scope;
        this.source = source;
    }

    static Rule send(Construct self, SecureBucket bucket, BucketIdentity source, List<IRuleTarget> targets) {
        FailureEvents events = new FailureEvents(new Construct(self, "FailureEvents"), source);
        Queue queue = events.queue();
        bucket.sendEventsToQueue(
                queue,
                List.of(
                        EventType.REPLICATION_OPERATION_FAILED_REPLICATION,
                        EventType.REPLICATION_OPERATION_MISSED_THRESHOLD,
                        EventType.REPLICATION_OPERATION_NOT_TRACKED,
                        EventType.REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD));
        events.pipe(queue.getQueueArn());
        return events.rule(targets);
    }

    private Queue queue() {
        Queue undelivered = queueNamed("Undelivered").build();
        tlsOnly(undelivered);
        Queue queue = queueNamed("Queue")
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(undelivered)
                        .maxReceiveCount(MOST_RECEIVES)
                        .build())
                .build();
        tlsOnly(queue);
        queue.addToResourcePolicy(PolicyStatement.fromJson(PolicyWriter.toMap(Statement.allow("AllowEventsOfTheBucket")
                .principals(Principals.of(Principal.service("s3.amazonaws.com")))
                .actions("sqs:SendMessage")
                .resources(queue.getQueueArn())
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:SourceAccount", source.account()))
                .when(Condition.of(Comparison.ARN_LIKE, "aws:SourceArn", source.arn()))
                .build())));
        return queue;
    }

    private Queue.Builder queueNamed(String id) {
        return Queue.Builder.create(scope, id)
                .encryption(QueueEncryption.SQS_MANAGED)
                .retentionPeriod(Duration.days(RETENTION_DAYS));
    }

    private static void tlsOnly(Queue queue) {
        queue.addToResourcePolicy(PolicyStatement.fromJson(PolicyWriter.toMap(Statement.deny("DenyInsecureTransport")
                .everyone()
                .actions("sqs:*")
                .resources(queue.getQueueArn())
                .when(Condition.bool("aws:SecureTransport", false))
                .build())));
    }

    private void pipe(String queueArn) {
        String bus = regional("events", "event-bus/default");
        CfnRole role = CfnRole.Builder.create(scope, "PipeRole")
                .description("Lets a pipe pass replication events of " + source.name() + " on")
                .assumeRolePolicyDocument(PolicyWriter.toMap(PolicyDocument.of(Statement.allow("AllowPipesOfTheAccount")
                        .principals(Principals.of(Principal.service("pipes.amazonaws.com")))
                        .actions("sts:AssumeRole")
                        .when(Condition.of(Comparison.STRING_EQUALS, "aws:SourceAccount", source.account()))
                        .when(Condition.of(Comparison.ARN_LIKE, "aws:SourceArn", regional("pipes", "pipe/*")))
                        .build())))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("PassEventsOn")
                        .policyDocument(PolicyWriter.toMap(PolicyDocument.of(
                                Statement.allow("TakeEvents")
                                        .actions("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
                                        .resources(queueArn)
                                        .build(),
                                Statement.allow("PutEvents")
                                        .actions("events:PutEvents")
                                        .resources(bus)
                                        .build())))
                        .build()))
                .build();
        CfnPipe.Builder.create(scope, "Pipe")
                .description("Replication events of " + source.name())
                .roleArn(role.getAttrArn())
                .source(queueArn)
                .sourceParameters(CfnPipe.PipeSourceParametersProperty.builder()
                        .filterCriteria(CfnPipe.FilterCriteriaProperty.builder()
                                .filters(List.of(CfnPipe.FilterProperty.builder()
                                        .pattern(WITH_RECORDS)
                                        .build()))
                                .build())
                        .sqsQueueParameters(CfnPipe.PipeSourceSqsQueueParametersProperty.builder()
                                .batchSize(1)
                                .build())
                        .build())
                .target(bus)
                .targetParameters(CfnPipe.PipeTargetParametersProperty.builder()
                        .inputTemplate("<$.body>")
                        .eventBridgeEventBusParameters(CfnPipe.PipeTargetEventBridgeEventBusParametersProperty.builder()
                                .source(SOURCE)
                                .detailType(DETAIL_TYPE)
                                .resources(List.of(source.arn()))
                                .build())
                        .build())
                .build();
    }

    private Rule rule(List<IRuleTarget> targets) {
        return Rule.Builder.create(scope, "Rule")
                .description("Replication events of " + source.name())
                .eventPattern(EventPattern.builder()
                        .source(List.of(SOURCE))
                        .detailType(List.of(DETAIL_TYPE))
                        .resources(List.of(source.arn()))
                        .build())
                .targets(targets)
                .build();
    }

    private String regional(String service, String resource) {
        return "arn:" + Aws.PARTITION + ":" + service + ":" + source.region() + ":" + source.account() + ":" + resource;
    }
}
