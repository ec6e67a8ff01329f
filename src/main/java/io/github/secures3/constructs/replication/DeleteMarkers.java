package io.github.secures3.constructs.replication;

/**
 * What becomes of a replica when its object is deleted without naming a version.
 *
 * <p>Deletions that name a version are never replicated, whatever is chosen here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html">Replicating delete markers between
 *     buckets</a>
 * @since 0.1
 */
public enum DeleteMarkers {
    /** The delete marker is replicated: both sides list the same objects. Lifecycle's delete markers stay where they are. */
    REPLICATED,
    /** The replica stays current: a deletion in the source, by mistake or malice, does not reach it. */
    NOT_REPLICATED
}
