package io.github.secures3.constructs.replication;

import io.github.secures3.policy.statements.SseAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.s3.CfnBucket;

/**
 * Rules as the bucket resource takes them. Every choice is written out: an element that is left out means something else in S3's older
 * form of the configuration.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html">Replication configuration file elements</a>
 */
final class RuleProperties {

    private static final String ENABLED = "Enabled";
    private static final String DISABLED = "Disabled";
    private static final int TIME_CONTROL_MINUTES = (int) ReplicationThresholds.TIME_CONTROL.toMinutes();

    private final BucketIdentity source;

    RuleProperties(BucketIdentity source) {
        this.source = source;
    }

    CfnBucket.ReplicationConfigurationProperty of(String roleArn, List<ReplicationRule> rules) {
        return CfnBucket.ReplicationConfigurationProperty.builder()
                .role(roleArn)
                .rules(rules.stream().map(this::rule).toList())
                .build();
    }

    private CfnBucket.ReplicationRuleProperty rule(ReplicationRule rule) {
        return CfnBucket.ReplicationRuleProperty.builder()
                .id(rule.id())
                .status(ENABLED)
                .priority(rule.priority())
                .filter(filter(rule))
                .deleteMarkerReplication(CfnBucket.DeleteMarkerReplicationProperty.builder()
                        .status(rule.deleteMarkers() == DeleteMarkers.REPLICATED ? ENABLED : DISABLED)
                        .build())
                .sourceSelectionCriteria(selection(rule))
                .destination(destination(rule))
                .build();
    }

    private static CfnBucket.ReplicationRuleFilterProperty filter(ReplicationRule rule) {
        CfnBucket.ReplicationRuleFilterProperty.Builder filter = CfnBucket.ReplicationRuleFilterProperty.builder();
        List<Object> tags = new ArrayList<>();
        for (Map.Entry<String, String> tag : rule.tags().entrySet()) {
            tags.add(CfnBucket.TagFilterProperty.builder()
                    .key(tag.getKey())
                    .value(tag.getValue())
                    .build());
        }
        if (tags.isEmpty()) {
            return filter.prefix(rule.prefix()).build();
        }
        return filter.and(CfnBucket.ReplicationRuleAndOperatorProperty.builder()
                        .prefix(rule.prefix())
                        .tagFilters(tags)
                        .build())
                .build();
    }

    private static CfnBucket.SourceSelectionCriteriaProperty selection(ReplicationRule rule) {
        CfnBucket.SourceSelectionCriteriaProperty.Builder selection =
                CfnBucket.SourceSelectionCriteriaProperty.builder()
                        .replicaModifications(CfnBucket.ReplicaModificationsProperty.builder()
                                .status(rule.modifications() == ReplicaModifications.SYNCED ? ENABLED : DISABLED)
                                .build());
        if (rule.destination().encryption() != SseAlgorithm.AES256) {
            selection.sseKmsEncryptedObjects(CfnBucket.SseKmsEncryptedObjectsProperty.builder()
                    .status(ENABLED)
                    .build());
        }
        return selection.build();
    }

    private CfnBucket.ReplicationDestinationProperty destination(ReplicationRule rule) {
        ReplicaDestination to = rule.destination();
        CfnBucket.ReplicationDestinationProperty.Builder destination =
                CfnBucket.ReplicationDestinationProperty.builder()
                        .bucket(to.bucket().arn());
        if (!to.account().equals(source.account())) {
            destination
                    .account(to.account())
                    .accessControlTranslation(CfnBucket.AccessControlTranslationProperty.builder()
                            .owner("Destination")
                            .build());
        }
        if (to.key() != null) {
            destination.encryptionConfiguration(CfnBucket.EncryptionConfigurationProperty.builder()
                    .replicaKmsKeyId(to.keyId())
                    .build());
        }
        rule.storageClass().ifPresent(storageClass -> destination.storageClass(storageClass.name()));
        if (rule.hasTimeControl()) {
            destination.replicationTime(CfnBucket.ReplicationTimeProperty.builder()
                    .status(ENABLED)
                    .time(minutes())
                    .build());
        }
        if (rule.hasMetrics()) {
            CfnBucket.MetricsProperty.Builder metrics =
                    CfnBucket.MetricsProperty.builder().status(ENABLED);
            destination.metrics(
                    rule.hasTimeControl() ? metrics.eventThreshold(minutes()).build() : metrics.build());
        }
        return destination.build();
    }

    private static CfnBucket.ReplicationTimeValueProperty minutes() {
        return CfnBucket.ReplicationTimeValueProperty.builder()
                .minutes(TIME_CONTROL_MINUTES)
                .build();
    }
}
