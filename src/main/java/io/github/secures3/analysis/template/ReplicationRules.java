package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.util.List;

/**
 * Reads replication.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationrule.html">ReplicationRule</a>
 */
final class ReplicationRules {

    private ReplicationRules() {}

    static Replication of(Properties replication) {
        return new Replication(replication.text("Role"), replication.list("Rules", ReplicationRules::rule));
    }

    private static ReplicationRule rule(Properties rule) {
        Properties destination = rule.child("Destination");
        Properties selection = rule.child("SourceSelectionCriteria");
        return new ReplicationRule(
                rule.text("Id"),
                rule.text("Status"),
                rule.number("Priority"),
                prefix(rule),
                tags(rule.child("Filter")),
                destination.text("Bucket"),
                destination.text("Account"),
                destination.text("StorageClass"),
                destination.child("EncryptionConfiguration").text("ReplicaKmsKeyID"),
                destination.child("AccessControlTranslation").text("Owner"),
                rule.child("DeleteMarkerReplication").text("Status"),
                selection.child("ReplicaModifications").text("Status"),
                selection.child("SseKmsEncryptedObjects").text("Status"),
                destination.child("ReplicationTime").text("Status"),
                destination.child("Metrics").text("Status"));
    }

    /** The prefix of the filter, of its {@code And}, or of the rule as in older templates. */
    private static Value<String> prefix(Properties rule) {
        Properties filter = rule.child("Filter");
        Value<String> plain = filter.text("Prefix");
        Value<String> combined = filter.child("And").text("Prefix");
        if (!plain.isAbsent()) {
            return plain;
        }
        return combined.isAbsent() ? rule.text("Prefix") : combined;
    }

    /** The one tag of the filter, or all of its {@code And}. */
    private static Value<List<Tag>> tags(Properties filter) {
        Value<Tag> one = filter.object("TagFilter", tag -> new Tag(tag.text("Key"), tag.text("Value")));
        if (one instanceof Value.Known<Tag> known) {
            return new Value.Known<>(List.of(known.value()), known.at());
        }
        return one instanceof Value.Unknown<Tag> unknown
                ? unknown.as()
                : filter.child("And").tags("TagFilters");
    }
}
