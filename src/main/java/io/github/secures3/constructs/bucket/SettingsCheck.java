package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awscdk.services.kms.IAlias;
import software.constructs.Construct;

/** Refuses settings of a bucket that are out of range or contradict each other. */
final class SettingsCheck {

    private static final int MOST_NONCURRENT_VERSIONS = 100;

    /** The longest life of a presigned URL under Signature Version 4. */
    private static final Duration LONGEST_PRESIGNED_URL_AGE = Duration.ofDays(7);

    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;

    private SettingsCheck(ConfigurationCheck check, SecureBucketSettings settings) {
        this.check = check;
        this.settings = settings;
    }

    /** Returns the scope, so that a constructor can check before it makes anything. */
    static Construct checked(Construct scope, String id, SecureBucketSettings settings) {
        ConfigurationCheck check = new ConfigurationCheck(scope, id);
        new SettingsCheck(check, settings).all();
        return scope;
    }

    private void all() {
        BucketNames.check(check, settings.bucketName, settings.accountRegionalPrefix);
        encryption();
        transport();
        accessLogs();
        versions();
        objectLock();
        new LifecycleCheck(check, settings).all();
        inventories();
        settings.statements.forEach(this::statement);
    }

    private void encryption() {
        boolean kms = settings.encryption.usesKms();
        excludes("allowWithoutKms", "encryptWithDualLayerKms");
        check.that(
                kms || settings.encryptionKey == null,
                () ->
                        "encryptionKey is set beside allowWithoutKms; a bucket without KMS uses no key, so leave one of them out");
        check.that(
                settings.keyAlias == null || (kms && settings.encryptionKey == null),
                () -> "keyAlias '" + settings.keyAlias
                        + "' is set, but no key is made for this bucket; give the alias to the key that is used instead");
        check.that(
                !(settings.encryptionKey instanceof IAlias),
                () ->
                        "encryptionKey is an alias, which S3 resolves in the account of whoever uploads; pass the key itself");
        check.that(
                kms || !settings.optOuts.containsKey("allowWithoutBucketKey"),
                () ->
                        "allowWithoutBucketKey is set beside allowWithoutKms; there is no S3 Bucket Key without KMS, so leave it out");
    }

    private void transport() {
        boolean olderAllowed = settings.optOuts.containsKey("allowTlsBelow12");
        check.that(
                !(olderAllowed && settings.minimumTls != null),
                () -> "minimumTls is set beside allowTlsBelow12; choose one of them");
        Duration age = settings.maximumPresignedUrlAge;
        check.that(
                age == null || (age.compareTo(Duration.ZERO) > 0 && age.compareTo(LONGEST_PRESIGNED_URL_AGE) <= 0),
                () -> "maximumPresignedUrlAge is " + age + "; give more than nothing and at most "
                        + LONGEST_PRESIGNED_URL_AGE.toDays() + " days, the longest that S3 accepts");
        String name = settings.bucketName;
        check.that(
                !settings.transferAcceleration || name == null || UnresolvedToken.isIn(name) || !name.contains("."),
                () -> "bucket name '" + name
                        + "' holds a period, which transferAcceleration does not work with; use hyphens");
    }

    private void accessLogs() {
        check.that(
                settings.accessLogs || settings.accessLogBucket == null,
                () -> "accessLogBucket is set beside allowWithoutAccessLogs; leave one of them out");
        String prefix = settings.accessLogPrefix;
        check.that(
                UnresolvedToken.isIn(prefix)
                        || (prefix.length() > 1 && prefix.endsWith("/") && !prefix.startsWith("/")),
                () -> "accessLogPrefix '" + prefix
                        + "' is not valid; start with a name and end with a slash, as in access-logs/");
    }

    private void versions() {
        check.that(
                settings.abortUploadsDays >= 1,
                () -> "abortIncompleteUploadsAfterDays is " + settings.abortUploadsDays + "; give 1 or more days");
        check.that(
                settings.noncurrentDays >= 1,
                () -> "expireNoncurrentVersionsAfterDays is " + settings.noncurrentDays + "; give 1 or more days");
        check.that(
                settings.noncurrentVersions >= 1 && settings.noncurrentVersions <= MOST_NONCURRENT_VERSIONS,
                () -> "noncurrentVersionsToKeep is " + settings.noncurrentVersions + "; give 1 to "
                        + MOST_NONCURRENT_VERSIONS);
        excludes("allowWithoutVersioning", "keepNoncurrentVersionsForever");
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
        }
    }

    /** A statement that opens the bucket to everyone would be refused by Block Public Access at deployment, with the stack half made. */
    private void statement(Statement statement) {
        Principals principals = statement.principals();
        check.that(
                principals != null,
                () -> "policy statement '" + statement.sid()
                        + "' names no principal; a bucket policy must say whom it means");
        boolean everyone = principals != null
                && (principals.negated() || principals.members().stream().anyMatch(Principal::isEveryone));
        check.that(
                statement.effect() == Effect.DENY
                        || !everyone
                        || !statement.conditions().isEmpty(),
                () -> "policy statement '" + statement.sid()
                        + "' allows everyone without a condition, which Block Public Access refuses; name the principals");
        check.that(
                statement.sid() != null && !statement.sid().isEmpty(),
                () -> "a policy statement has no Sid; give it one, so that reports and later changes can name it");
    }

    private void excludes(String one, String other) {
        check.that(
                !(settings.optOuts.containsKey(one) && settings.optOuts.containsKey(other)),
                () -> one + " and " + other + " are both set; choose one of them");
    }
}
