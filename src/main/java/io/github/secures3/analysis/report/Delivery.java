package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.AccessLogging;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a bucket sends elsewhere: access logs, events and replicas.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html">
 *     LoggingConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-eventbridgeconfiguration.html">
 *     EventBridgeConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationconfiguration.html">
 *     ReplicationConfiguration</a>
 */
final class Delivery {

    private Delivery() {}

    static Protection logs(Bucket bucket, Estate estate) {
        Parts parts = new Parts(Protection.Topic.ACCESS_LOGS);
        Value<AccessLogging> logging = bucket.logging();
        if (logging.isUnknown()) {
            return parts.unknown(logging, "").protection();
        }
        Optional<AccessLogging> known = logging.known();
        if (known.isEmpty()) {
            List<String> senders = senders(bucket, estate);
            return parts.missing(senders.isEmpty() ? "off" : "off; receives those of " + Words.list(senders))
                    .protection();
        }
        Value<String> destination = known.get().destination();
        if (destination.isAbsent()) {
            return parts.holds("to itself").protection();
        }
        target(destination, estate, parts);
        Value<String> prefix = known.get().prefix();
        if (prefix.isSurely(text -> true)) {
            parts.holds("prefix '" + Words.text(prefix) + "'");
        }
        return parts.protection();
    }

    private static List<String> senders(Bucket logBucket, Estate estate) {
        return estate.buckets().stream()
                .filter(bucket -> bucket.logging()
                        .known()
                        .flatMap(logging -> logging.destination().asText())
                        .filter(name -> isName(name, logBucket))
                        .isPresent())
                .map(Words::id)
                .toList();
    }

    static Protection events(Bucket bucket) {
        Parts parts = new Parts(Protection.Topic.EVENTBRIDGE);
        Value<Boolean> enabled = bucket.eventBridge();
        if (enabled.isUnknown()) {
            return parts.unknown(enabled, "").protection();
        }
        boolean on = enabled.isSurely(known -> known);
        return (on ? parts.holds("on") : parts.missing("off")).protection();
    }

    static Protection replication(Bucket bucket, Estate estate) {
        Parts parts = new Parts(Protection.Topic.REPLICATION);
        Value<Replication> replication = bucket.replication();
        if (replication.isUnknown()) {
            return parts.unknown(replication, "").protection();
        }
        Optional<Value<List<ReplicationRule>>> rules = replication.known().map(Replication::rules);
        if (rules.isPresent() && rules.get().isUnknown()) {
            return parts.unknown(rules.get(), "the rules").protection();
        }
        Set<String> targets = new HashSet<>();
        for (ReplicationRule rule : rules.flatMap(Value::known).orElse(List.of())) {
            if (rule.status().isUnknown()) {
                parts.unknown(rule.status(), "a rule");
            } else if (rule.status().isSurely("Enabled"::equals)
                    && targets.add(rule.destination().asText().orElse(""))) {
                target(rule.destination(), estate, parts);
            }
        }
        return (parts.isEmpty() ? parts.missing("off") : parts).protection();
    }

    /** Where it goes: a bucket of the estate by its logical id, another by its name. */
    private static void target(Value<String> destination, Estate estate, Parts parts) {
        Optional<Bucket> bucket = destination
                .asText()
                .flatMap(text -> estate.buckets().stream()
                        .filter(each -> isName(text, each) || each.arn().equals(text))
                        .findFirst());
        if (bucket.isPresent()) {
            parts.holds("to " + Words.id(bucket.get()));
        } else if (destination.isSurely(known -> true)) {
            parts.holds("to " + Words.text(destination));
        } else {
            parts.add(Protection.State.UNKNOWN, "to " + Words.unknown(destination));
        }
    }

    private static boolean isName(String text, Bucket bucket) {
        return bucket.name().asText().orElse("").equals(text);
    }
}
