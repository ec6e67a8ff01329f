package io.github.secures3.constructs.replication;

/**
 * What becomes of changes to the metadata of replicas: tags, ACLs and Object Lock settings.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-for-metadata-changes.html">Replicating metadata changes with
 *     replica modification sync</a>
 * @since 0.1
 */
public enum ReplicaModifications {
    /** They are replicated on by this rule. Two buckets that replicate to each other need it on both sides to stay alike. */
    SYNCED,
    /** They stay on the replica that they were made on. */
    NOT_SYNCED
}
