package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds replication rules of which nobody learns that they fail or lag: without metrics, or without an alarm on them. Lag is measured where the rule
 * has Replication Time Control.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html">Monitoring replication with metrics</a>
 * @since 0.1
 */
public final class ReplicationAlarms implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "replication.alarms",
                    Severity.NOTE,
                    "Somebody is told when replication fails or lags",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html")
            .build();

    private static final String FAILED = "OperationsFailedReplication";
    private static final Set<String> EVENTS = Set.of(
            "s3:Replication:OperationFailedReplication",
            "s3:Replication:OperationMissedThreshold",
            "s3:Replication:OperationNotTracked",
            "s3:Replication:OperationReplicatedAfterThreshold");
    private static final List<String> LAG = List.of("ReplicationLatency", "BytesPendingReplication");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            requireAllEvents(bucket, claims);
            for (ReplicationRule rule : Replicas.rules(bucket)) {
                if (!rule.status().isSurely("Disabled"::equals)) {
                    check(context.estate(), bucket, rule, claims);
                }
            }
        }
    }

    private static void check(Estate estate, Bucket bucket, ReplicationRule rule, Claims claims) {
        Element element = bucket.element();
        boolean measured = isOn(rule.metrics());
        String name = rule.id().asText().map(id -> " " + id).orElse("");
        if (!measured) {
            claims.require(
                    element,
                    rule.metrics(),
                    "Enabled"::equals,
                    "Metrics.Status",
                    "replication is measured",
                    "the rule" + name + " is not measured, so nobody learns that replication fails",
                    "set Metrics.Status to Enabled, and an alarm on " + FAILED);
            return;
        }
        requireAlarm(estate, element, rule, FAILED, claims);
        if (isOn(rule.timeControl())) {
            LAG.forEach(metric -> requireAlarm(estate, element, rule, metric, claims));
        } else {
            claims.require(
                    element,
                    rule.timeControl(),
                    "Enabled"::equals,
                    "ReplicationTime.Status",
                    "copies are due within a set time",
                    "the rule" + name
                            + " has no time within which copies are due, so nobody learns that replication lags",
                    "set ReplicationTime.Status to Enabled with 15 minutes");
        }
    }

    /** Whoever listens to some of the events of failures means all of them. */
    private static void requireAllEvents(Bucket bucket, Claims claims) {
        Set<String> sent = new TreeSet<>();
        bucket.notifications().known().orElse(List.of()).stream()
                .flatMap(notification -> notification.event().known().stream())
                .filter(event -> event.startsWith("s3:Replication:"))
                .forEach(sent::add);
        if (!sent.isEmpty() && !sent.contains("s3:Replication:*") && !sent.containsAll(EVENTS)) {
            Set<String> missing = new TreeSet<>(EVENTS);
            missing.removeAll(sent);
            claims.add(claims.violated(
                            bucket.element(),
                            "of the events of replication that fails or lags, some are not sent: "
                                    + String.join(", ", missing),
                            "send s3:Replication:* or the events that are missing")
                    .at(Claims.place(bucket.element(), bucket.notifications())));
        }
    }

    private static boolean isOn(Value<String> status) {
        return status.isSurely("Enabled"::equals);
    }

    private static void requireAlarm(
            Estate estate, Element element, ReplicationRule rule, String metric, Claims claims) {
        boolean found = estate.resources().stream()
                .map(Resource::element)
                .filter(each -> each.type().equals("AWS::CloudWatch::Alarm"))
                .anyMatch(alarm -> names(alarm.property("MetricName"), metric)
                        && names(
                                alarm.property("Dimensions"), rule.id().asText().orElse("")));
        if (!found) {
            claims.add(claims.violated(
                            element,
                            "no alarm of the templates watches " + metric + " of the rule "
                                    + UnresolvedToken.shown(rule.id().asText().orElse("without id")),
                            "add an AWS::CloudWatch::Alarm on " + metric + " with the dimensions SourceBucket,"
                                    + " DestinationBucket and RuleId")
                    .at(Claims.place(element, rule.metrics())));
        }
    }

    /** Whether a property holds this text, quoted as JSON does it. */
    private static boolean names(Value<String> json, String text) {
        return json.asText().filter(value -> value.contains("\"" + text + "\"")).isPresent();
    }
}
