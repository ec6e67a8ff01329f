package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicySyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> RESOURCE = Set.of("aws:sourcearn");
    private static final Set<String> OWNER = Set.of("aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");

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
        boolean refusesHttp = false;
        for (Element policy : policies) {
            Optional<PolicyDocument> document = document(policy);
            if (document.isEmpty()) {
                claims.add(claims.undecided(
                        queue, "the queue is protected", "the policy " + policy.id() + " cannot be read"));
                return;
            }
            for (Statement statement : document.get().statements()) {
                refusesHttp |= refusesHttp(statement);
                checkSource(queue, statement, claims);
            }
        }
        if (!refusesHttp) {
            claims.add(claims.violated(
                    queue,
                    "requests to the queue over plain HTTP are not refused",
                    "add a queue policy that denies sqs:* to everyone where aws:SecureTransport is false"));
        }
    }

    private static Optional<PolicyDocument> document(Element policy) {
        try {
            return policy.property("PolicyDocument").asText().map(text -> PolicyReader.read(text, PolicyType.RESOURCE));
        } catch (PolicySyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean refusesHttp(Statement statement) {
        return statement.effect() == Effect.DENY
                && Principals.everyone().equals(statement.principals())
                && !statement.actions().negated()
                && statement.actions().patterns().stream().anyMatch(Set.of("sqs:*", "SQS:*", "*")::contains)
                && statement.conditions().all().size() == 1
                && statement.conditions().all().stream()
                        .allMatch(condition -> condition.key().equalsIgnoreCase("aws:SecureTransport")
                                && condition.operator().comparison() == Comparison.BOOL
                                && condition.values().stream()
                                        .allMatch(value -> value.text().equals("false")));
    }

    private static void checkSource(Element queue, Statement statement, Claims claims) {
        Principals principals = statement.principals();
        boolean letsS3 = statement.effect() == Effect.ALLOW
                && principals != null
                && !principals.negated()
                && principals.members().stream()
                        .anyMatch(principal -> principal.value().equals("s3.amazonaws.com"));
        if (letsS3 && !(DemandedKeys.anyIn(statement, RESOURCE) && DemandedKeys.anyIn(statement, OWNER))) {
            claims.add(claims.violated(
                    queue,
                    "S3 may send to the queue for buckets that are not named, or for those of anybody",
                    "add conditions on aws:SourceArn and aws:SourceAccount to the statement for S3"));
        }
    }
}
