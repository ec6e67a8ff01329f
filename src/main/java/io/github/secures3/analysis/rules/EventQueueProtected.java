package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds queues of a template that receive events of buckets and lose or give them away: without encryption, without a queue for what nobody could take,
 * with a policy that lets requests over plain HTTP pass, or that lets S3 write there for anybody.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html">Security best practices for Amazon SQS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html">Permissions to publish event notifications</a>
 * @since 0.1
 */
public final class EventQueueProtected implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "event-queue.protected",
                    Severity.WARNING,
                    "Queues keep events of buckets safe",
                    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html")
            .build();

    private static final String REFUSE_HTTP =
            "add a queue policy that denies sqs:* to everyone where aws:SecureTransport is false";

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        EventQueues queues = EventQueues.of(context.estate());
        for (Element queue : queues.all()) {
            if (queue.property("SqsManagedSseEnabled")
                            .asText()
                            .filter(text -> text.contains("false"))
                            .isPresent()
                    && queue.property("KmsMasterKeyId").isAbsent()) {
                claims.add(claims.violated(
                        queue,
                        "the events in the queue are not encrypted",
                        "leave SqsManagedSseEnabled out, or set it"));
            }
            checkPolicies(queues, queue, claims);
        }
        for (Element queue : queues.receiving()) {
            if (queue.property("RedrivePolicy").isAbsent()) {
                claims.add(claims.violated(
                        queue,
                        "events that nobody could take are lost",
                        "set RedrivePolicy, with a queue that takes them"));
            }
        }
    }

    private static void checkPolicies(EventQueues queues, Element queue, Claims claims) {
        List<Element> policies = queues.of("AWS::SQS::QueuePolicy").stream()
                .filter(policy -> EventQueues.mentions(policy.property("Queues"), queue))
                .toList();
        Truth refusesHttp = Truth.FALSE;
        for (Element policy : policies) {
            Optional<PolicyDocument> document = document(policy);
            if (document.isEmpty()) {
                claims.add(claims.undecided(
                        queue, "the queue is protected", "the policy " + policy.id() + " cannot be read"));
                return;
            }
            for (Statement statement : document.get().statements()) {
                refusesHttp = refusesHttp.or(QueueStatements.refusesHttp(statement, queue));
                if (QueueStatements.letsS3SendForAnybody(statement)) {
                    claims.add(claims.violated(
                            queue,
                            "S3 may send to the queue for buckets that are not named, or for those of anybody",
                            "add conditions on aws:SourceArn and aws:SourceAccount to the statement for S3"));
                }
            }
        }
        if (refusesHttp.isFalse()) {
            claims.add(claims.violated(queue, "requests to the queue over plain HTTP are not refused", REFUSE_HTTP));
        } else if (refusesHttp.isUnknown()) {
            claims.add(claims.undecided(
                    queue,
                    "requests to the queue over plain HTTP are refused",
                    String.join("; ", refusesHttp.reasons()),
                    REFUSE_HTTP));
        }
    }

    private static Optional<PolicyDocument> document(Element policy) {
        try {
            return policy.property("PolicyDocument").asText().map(text -> PolicyReader.read(text, PolicyType.RESOURCE));
        } catch (PolicySyntaxException e) {
            return Optional.empty();
        }
    }
}
