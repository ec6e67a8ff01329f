package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.statements.BucketScope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Refuses settings of a bucket that are out of range or contradict each other. */
final class SettingsCheck {

    private static final int MOST_NONCURRENT_VERSIONS = 100;

    /** S3 counts the age of a signature in milliseconds. */
    private static final Duration SHORTEST_PRESIGNED_URL_AGE = Duration.ofMillis(1);

    /** The longest life of a presigned URL under Signature Version 4. */
    private static final Duration LONGEST_PRESIGNED_URL_AGE = Duration.ofDays(7);

    /** What S3 appends comes to less than 224 bytes. */
    private static final int LONGEST_LOG_PREFIX = 800;

    private final Construct scope;
    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;

    SettingsCheck(Construct scope, String id, SecureBucketSettings settings) {
        this.scope = scope;
        this.check = new ConfigurationCheck(scope, id);
        this.settings = settings;
    }

    void all() {
        settings.optOuts.forEach((method, reason) -> OptOutReason.check(check, method, reason));
        BucketNames.check(check, settings.bucketName, settings.accountRegionalPrefix);
        new EncryptionCheck(check, settings).all();
        transport();
        organization();
        accessLogs();
        versions();
        objectLock();
        new LifecycleCheck(check, settings).all();
        new DataOptionsCheck(check, settings).all();
        inventories();
        settings.statements.forEach(new StatementCheck(check, settings)::that);
        policySize();
    }

    private void transport() {
        isMoot("minimumTls", settings.minimumTls, "allowTlsBelow12");
        Duration age = settings.maximumPresignedUrlAge;
        check.that(
                age == null
                        || (age.compareTo(SHORTEST_PRESIGNED_URL_AGE) >= 0
                                && age.compareTo(LONGEST_PRESIGNED_URL_AGE) <= 0),
                () -> "maximumPresignedUrlAge is " + age + "; give 1 millisecond to "
                        + LONGEST_PRESIGNED_URL_AGE.toDays() + " days, the longest that S3 accepts");
        String name = settings.bucketName;
        check.that(
                !settings.transferAcceleration || name == null || UnresolvedToken.isIn(name) || !name.contains("."),
                () -> "bucket name '" + name
                        + "' holds a period, which transferAcceleration does not work with; use hyphens");
    }

    private void organization() {
        try {
            settings.organizationPerimeter();
        } catch (IllegalArgumentException noOrganization) {
            throw check.failure("organizationPerimeter: " + noOrganization.getMessage());
        }
    }

    private void accessLogs() {
        isMoot("accessLogBucket", settings.accessLogBucket, "allowWithoutAccessLogs");
        isMoot("accessLogPrefix", settings.accessLogPrefix, "allowWithoutAccessLogs");
        AccessLogBucket logs = settings.accessLogBucket;
        if (logs != null) {
            EnvironmentCheck.sameEnvironment(check, scope, logs, "accessLogBucket");
        }
        String prefix = settings.accessLogPrefix();
        check.that(
                UnresolvedToken.isIn(prefix)
                        || (prefix.length() > 1 && prefix.endsWith("/") && !prefix.startsWith("/")),
                () -> "accessLogPrefix '" + prefix
                        + "' is not valid; start with a name and end with a slash, as in access-logs/");
        check.that(
                prefix.length() <= LONGEST_LOG_PREFIX,
                () -> "accessLogPrefix has " + prefix.length() + " characters; give at most " + LONGEST_LOG_PREFIX
                        + ", for S3 appends account, Region, bucket and date, and a key ends at 1,024 bytes");
    }

    private void versions() {
        isMoot("abortIncompleteUploadsAfterDays", settings.abortUploadsDays, "keepIncompleteUploads");
        for (String optOut : List.of("allowWithoutVersioning", "keepNoncurrentVersionsForever")) {
            isMoot("expireNoncurrentVersionsAfterDays", settings.noncurrentDays, optOut);
            isMoot("noncurrentVersionsToKeep", settings.noncurrentVersions, optOut);
        }
        check.that(
                settings.abortUploadsDays() >= 1,
                () -> "abortIncompleteUploadsAfterDays is " + settings.abortUploadsDays() + "; give 1 or more days");
        check.that(
                settings.noncurrentDays() >= 1,
                () -> "expireNoncurrentVersionsAfterDays is " + settings.noncurrentDays() + "; give 1 or more days");
        check.that(
                settings.noncurrentVersions() >= 1 && settings.noncurrentVersions() <= MOST_NONCURRENT_VERSIONS,
                () -> "noncurrentVersionsToKeep is " + settings.noncurrentVersions() + "; give 1 to "
                        + MOST_NONCURRENT_VERSIONS);
        check.that(
                !settings.optedOut("allowWithoutVersioning", "keepNoncurrentVersionsForever"),
                () -> "allowWithoutVersioning and keepNoncurrentVersionsForever are both set; choose one of them");
    }

    private void objectLock() {
        check.that(
                settings.objectLock == null || settings.versioned,
                () ->
                        "objectLock is set beside allowWithoutVersioning; Object Lock protects versions, so keep versioning on");
        check.that(
                settings.objectLock == null || settings.kept,
                () ->
                        "objectLock is set beside deleteWithStack; a bucket with locked objects cannot be deleted, so leave one of them out");
    }

    private void inventories() {
        Set<String> ids = new HashSet<>();
        for (BucketInventory inventory : settings.inventories) {
            check.that(
                    ids.add(inventory.id()),
                    () -> "two inventories have the id '" + inventory.id() + "'; give each its own");
            EnvironmentCheck.sameEnvironment(
                    check, scope, inventory.destination(), "the destination of inventory '" + inventory.id() + "'");
        }
    }

    /** The ARNs are not there yet; any token counts as long as the longest ARN. */
    private void policySize() {
        IKey key = settings.encryptionKey;
        String keyArn = key == null ? UnresolvedToken.of("KeyArn") : key.getKeyArn();
        new PolicyBudget(check)
                .add(ProtectivePolicy.statements(
                        settings,
                        new BucketScope(UnresolvedToken.of("BucketArn")),
                        settings.encryption.usesKms() ? keyArn : null));
    }

    /** A setting that an opt-out leaves without effect was not meant so. */
    private void isMoot(String setting, @Nullable Object value, String optOut) {
        check.that(
                value == null || !settings.optedOut(optOut),
                () -> setting + " is set beside " + optOut + ", which leaves it without effect; leave one of them out");
    }
}
