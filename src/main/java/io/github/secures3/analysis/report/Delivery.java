package io.github.secures3.analysis.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a bucket sends elsewhere: access logs, events and replicas.
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

    static Protection logs(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.ACCESS_LOGS);
        Value logging = bucket.property("LoggingConfiguration");
        Value destination = logging.get("DestinationBucketName");
        if (logging.isUnknown()) {
            parts.unknown(logging, "");
        } else if (logging.isAbsent()) {
            List<String> senders = senders(bucket, template);
            parts.missing(senders.isEmpty() ? "off" : "off; receives those of " + Words.list(senders));
        } else if (destination.isAbsent()) {
            parts.holds("to itself");
        } else {
            parts.add(state(destination, template), "to " + target(destination, template));
            logging.get("LogFilePrefix").text().ifPresent(prefix -> parts.holds("prefix '" + prefix + "'"));
        }
        return parts.protection();
    }

    private static List<String> senders(Resource logBucket, Template template) {
        return template.ofType("AWS::S3::Bucket").stream()
                .filter(bucket -> template.referenced(bucket.property("LoggingConfiguration")
                                .get("DestinationBucketName")
                                .node())
                        .filter(logBucket::equals)
                        .isPresent())
                .map(bucket -> Words.printable(bucket.id()))
                .toList();
    }

    static Protection events(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.EVENTBRIDGE);
        Value configuration = bucket.property("NotificationConfiguration").get("EventBridgeConfiguration");
        Value enabled = configuration.get("EventBridgeEnabled");
        if (!configuration.isAbsent()) {
            return switch (enabled.flag()) {
                case HOLDS -> parts.holds("on").protection();
                case MISSING -> parts.missing("off").protection();
                case UNKNOWN -> parts.unknown(enabled.misread(), "").protection();
            };
        }
        // CDK's Bucket switches EventBridge on through a custom resource of its own.
        Optional<Resource> custom = custom("Custom::S3BucketNotifications", bucket, template);
        Value byCustom = custom.map(resource ->
                        resource.property("NotificationConfiguration").get("EventBridgeConfiguration"))
                .orElse(configuration);
        if (custom.isEmpty() || byCustom.isAbsent()) {
            return parts.missing("off").protection();
        }
        if (byCustom.isUnknown()) {
            return parts.unknown(byCustom, "").protection();
        }
        return custom.get().existsWith(bucket)
                ? parts.holds("on").protection()
                : parts.unknown(onCondition(custom.get()), "").protection();
    }

    static Protection replication(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.REPLICATION);
        Value replication = bucket.property("ReplicationConfiguration");
        Set<String> targets = new LinkedHashSet<>();
        for (Value rule : replication.get("Rules").items()) {
            Value status = rule.get("Status");
            Value destination = rule.get("Destination").get("Bucket");
            if (status.isUnknown()) {
                parts.unknown(status, "a rule");
            } else if (status.text().orElse("").equals("Enabled") && targets.add(target(destination, template))) {
                parts.add(state(destination, template), "to " + target(destination, template));
            }
        }
        Protection protection = parts.protection();
        return protection.words().isEmpty() ? parts.missing("off").protection() : protection;
    }

    /** The custom resource of that type that works on the bucket. */
    static Optional<Resource> custom(String type, Resource bucket, Template template) {
        return template.ofType(type).stream()
                .filter(custom -> template.referenced(
                                custom.property("BucketName").node())
                        .filter(bucket::equals)
                        .isPresent())
                .findFirst();
    }

    /** A value that says on which condition the resource exists. */
    static Value onCondition(Resource resource) {
        return new Value(
                "Condition",
                resource.json(),
                "depends on " + resource.condition().orElse(""));
    }

    private static String target(Value destination, Template template) {
        return template.referenced(destination.node())
                .map(resource -> Words.printable(resource.id()))
                .or(destination::text)
                .orElse(destination.misread().unknown());
    }

    private static Protection.State state(Value destination, Template template) {
        boolean known = template.referenced(destination.node()).isPresent()
                || destination.text().isPresent();
        return known ? Protection.State.HOLDS : Protection.State.UNKNOWN;
    }
}
