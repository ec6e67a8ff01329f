package io.github.secures3.constructs.bucket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled list of the objects of a bucket, written to another secure bucket.
 *
 * <p>Every report names the encryption status, the checksum algorithm, the Object Lock fields and whether a bucket key was used, so
 * that objects which escaped the bucket's rules show. All versions are listed, as Apache Parquet, each week.
 *
 * @param id the name of the configuration, unique within the bucket: letters, digits, {@code . - _}, at most 64
 * @param destination the bucket that receives the reports; its policy and key let S3 deliver them for this account alone
 * @param frequency how often a report is written
 * @param objectPrefix which objects are listed, or null for all
 * @param currentVersionsOnly whether noncurrent versions are left out
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html">Amazon S3 Inventory</a>
 * @since 0.1
 */
public record BucketInventory(
        String id,
        SecureBucket destination,
        Frequency frequency,
        @Nullable String objectPrefix,
        boolean currentVersionsOnly) {

    private static final int MAXIMUM_ID = 64;

    /** The optional fields of every report. */
    static final List<String> FIELDS = List.of(
            "BucketKeyStatus",
            "ChecksumAlgorithm",
            "ETag",
            "EncryptionStatus",
            "IsMultipartUploaded",
            "LastModifiedDate",
            "ObjectLockLegalHoldStatus",
            "ObjectLockMode",
            "ObjectLockRetainUntilDate",
            "ReplicationStatus",
            "Size",
            "StorageClass");

    /** How often S3 writes a report. */
    public enum Frequency {
        /** Once a day. */
        DAILY("Daily"),
        /** Once a week, on Sundays. */
        WEEKLY("Weekly");

        private final String text;

        Frequency(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id is empty, too long or holds other characters
     */
    public BucketInventory {
        if (id.isEmpty() || id.length() > MAXIMUM_ID || !id.chars().allMatch(BucketInventory::isIdCharacter)) {
            throw new IllegalArgumentException("inventory id '" + id + "' is not valid; use 1 to " + MAXIMUM_ID
                    + " letters, digits, periods, hyphens and underscores");
        }
    }

    /** A weekly report on all versions of all objects. */
    public static BucketInventory weekly(String id, SecureBucket destination) {
        return new BucketInventory(id, destination, Frequency.WEEKLY, null, false);
    }

    /** A daily report on all versions of all objects. */
    public static BucketInventory daily(String id, SecureBucket destination) {
        return new BucketInventory(id, destination, Frequency.DAILY, null, false);
    }

    private static boolean isIdCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-_".indexOf(c) >= 0;
    }
}
