package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One replication rule of a bucket.
 *
 * @param id its id
 * @param status {@code Enabled} or {@code Disabled}
 * @param priority which rule wins, the higher one
 * @param prefix the objects it is about
 * @param tags the tags that those objects have
 * @param destination the ARN of the bucket that receives copies
 * @param account the account of that bucket
 * @param storageClass the storage class of the copies
 * @param replicaKey the KMS key that encrypts the copies
 * @param ownerOverride {@code Destination} where the copies belong to the other account
 * @param deleteMarkers whether delete markers are copied
 * @param replicaModifications whether changes to copies come back
 * @param kmsEncrypted whether objects encrypted with KMS are copied
 * @param timeControl whether copies are due within a set time
 * @param metrics whether replication is measured
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationrule.html">ReplicationRule</a>
 * @since 0.1
 */
public record ReplicationRule(
        Value<String> id,
        Value<String> status,
        Value<BigDecimal> priority,
        Value<String> prefix,
        Value<List<Tag>> tags,
        Value<String> destination,
        Value<String> account,
        Value<String> storageClass,
        Value<String> replicaKey,
        Value<String> ownerOverride,
        Value<String> deleteMarkers,
        Value<String> replicaModifications,
        Value<String> kmsEncrypted,
        Value<String> timeControl,
        Value<String> metrics) {

    /** Checks that nothing is missing. */
    public ReplicationRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(tags, "tags");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(storageClass, "storageClass");
        Objects.requireNonNull(replicaKey, "replicaKey");
        Objects.requireNonNull(ownerOverride, "ownerOverride");
        Objects.requireNonNull(deleteMarkers, "deleteMarkers");
        Objects.requireNonNull(replicaModifications, "replicaModifications");
        Objects.requireNonNull(kmsEncrypted, "kmsEncrypted");
        Objects.requireNonNull(timeControl, "timeControl");
        Objects.requireNonNull(metrics, "metrics");
    }
}
