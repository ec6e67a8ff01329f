package io.github.secures3.constructs.replication;

/**
 * The storage class of replicas. Without one, a replica has that of its object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html">Understanding S3 storage classes</a>
 * @since 0.1
 */
public enum ReplicaStorageClass {
    /** For data in use. */
    STANDARD,
    /** For data seldom read; at least 30 days are charged. */
    STANDARD_IA,
    /** As {@link #STANDARD_IA}, in one Availability Zone only. */
    ONEZONE_IA,
    /** Moves between tiers as it is read. */
    INTELLIGENT_TIERING,
    /** An archive read at once; at least 90 days are charged. */
    GLACIER_IR,
    /** An archive restored in minutes or hours; at least 90 days are charged. */
    GLACIER,
    /** An archive restored within 48 hours; at least 180 days are charged. */
    DEEP_ARCHIVE
}
