package io.github.secures3.constructs.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.NoncurrentVersionTransition;
import software.amazon.awscdk.services.s3.Transition;

/**
 * What S3 demands of one lifecycle rule.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Elements of a lifecycle rule</a>
 */
final class LifecycleRuleCheck {

    private static final int MOST_VERSIONS = 100;

    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;
    private final LifecycleRule rule;
    private final String name;
    private final @Nullable Integer expiration;
    private final @Nullable Integer noncurrentExpiration;
    private final List<StorageMove> moves = new ArrayList<>();
    private final List<StorageMove> noncurrentMoves = new ArrayList<>();

    LifecycleRuleCheck(ConfigurationCheck check, SecureBucketSettings settings, LifecycleRule rule) {
        this.check = check;
        this.settings = settings;
        this.rule = rule;
        this.name = "lifecycle rule '" + rule.getId() + "'";
        this.expiration = days(rule.getExpiration());
        this.noncurrentExpiration = days(rule.getNoncurrentVersionExpiration());
        for (Transition transition : orEmpty(rule.getTransitions())) {
            add(moves, transition.getStorageClass().getValue(), transition.getTransitionAfter());
        }
        for (NoncurrentVersionTransition transition : orEmpty(rule.getNoncurrentVersionTransitions())) {
            add(noncurrentMoves, transition.getStorageClass().getValue(), transition.getTransitionAfter());
        }
    }

    void all() {
        current();
        noncurrent();
        deleteMarkers();
        uploads();
        filter();
        check.that(
                doesSomething(),
                () -> name + " does nothing; give it an expiration, a transition or another action, or leave it out");
    }

    private void current() {
        check.that(
                expiration == null || expiration >= 1,
                () -> name + " expires objects after " + expiration + " days; give 1 or more");
        StorageMove.check(check, name, "objects", moves);
        for (StorageMove move : moves) {
            check.that(
                    expiration == null || expiration > move.days(),
                    () -> name + " expires objects after " + expiration
                            + " days, but moves them to another storage class after " + move.days()
                            + "; expire later than the last transition");
        }
        boolean byDate = rule.getExpirationDate() != null
                || orEmpty(rule.getTransitions()).stream().anyMatch(t -> t.getTransitionDate() != null);
        boolean byDays = rule.getExpiration() != null
                || orEmpty(rule.getTransitions()).stream().anyMatch(t -> t.getTransitionAfter() != null);
        check.that(
                !(byDate && byDays),
                () -> name + " counts days and names a date as well; S3 takes one of them in a rule, so split it");
    }

    private void noncurrent() {
        boolean onNoncurrent = rule.getNoncurrentVersionExpiration() != null
                || rule.getNoncurrentVersionsToRetain() != null
                || rule.getNoncurrentVersionTransitions() != null;
        check.that(
                settings.versioned || !onNoncurrent,
                () -> name
                        + " is about noncurrent versions, but allowWithoutVersioning keeps none; leave one of them out");
        check.that(
                noncurrentExpiration == null || noncurrentExpiration >= 1,
                () -> name + " expires noncurrent versions after " + noncurrentExpiration + " days; give 1 or more");
        Number retained = rule.getNoncurrentVersionsToRetain();
        check.that(
                retained == null || (retained.intValue() >= 1 && retained.intValue() <= MOST_VERSIONS),
                () -> name + " keeps " + retained + " noncurrent versions; give 1 to " + MOST_VERSIONS);
        check.that(
                retained == null || rule.getNoncurrentVersionExpiration() != null,
                () -> name + " says how many noncurrent versions to keep, but not after how many days the others"
                        + " expire; add noncurrentVersionExpiration");
        StorageMove.check(check, name, "noncurrent versions", noncurrentMoves);
        for (StorageMove move : noncurrentMoves) {
            check.that(
                    noncurrentExpiration == null || noncurrentExpiration > move.days(),
                    () -> name + " expires noncurrent versions after " + noncurrentExpiration
                            + " days, but moves them to another storage class after " + move.days()
                            + "; expire later than the last transition");
            check.that(
                    !expiresByDefault() || settings.noncurrentDays() > move.days(),
                    () -> name + " moves noncurrent versions to another storage class after " + move.days()
                            + " days, but they expire after " + settings.noncurrentDays()
                            + "; raise expireNoncurrentVersionsAfterDays or move them earlier");
        }
        besideTheDefault();
    }

    /** Of two rules S3 follows the one that deletes sooner, so the default one would have no say any more. */
    private void besideTheDefault() {
        boolean disabled = Boolean.FALSE.equals(rule.getEnabled());
        check.that(
                noncurrentExpiration == null || disabled || !expiresByDefault() || isFiltered(),
                () -> name + " expires noncurrent versions of the whole bucket, which the default rule does already,"
                        + " after " + settings.noncurrentDays() + " days and down to " + settings.noncurrentVersions()
                        + " of them; set expireNoncurrentVersionsAfterDays and noncurrentVersionsToKeep instead, or"
                        + " give the rule a prefix");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html */
    private void deleteMarkers() {
        boolean alone = rule.getExpiration() == null && rule.getExpirationDate() == null && !hasTags();
        check.that(
                !Boolean.TRUE.equals(rule.getExpiredObjectDeleteMarker()) || alone,
                () -> name + " removes expired delete markers and also expires objects or looks at tags; S3 takes no"
                        + " expiredObjectDeleteMarker in such a rule, so give it one of its own");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html */
    private void uploads() {
        Integer abort = days(rule.getAbortIncompleteMultipartUploadAfter());
        check.that(
                abort == null || abort >= 1,
                () -> name + " aborts incomplete uploads after " + abort + " days; give 1 or more");
        check.that(
                rule.getAbortIncompleteMultipartUploadAfter() == null || !hasTags(),
                () -> name + " aborts incomplete uploads and looks at tags, which an upload has not got yet; give"
                        + " the two a rule each");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-filters.html */
    private void filter() {
        Number above = rule.getObjectSizeGreaterThan();
        Number below = rule.getObjectSizeLessThan();
        check.that(
                above == null || below == null || above.longValue() < below.longValue(),
                () -> name + " is for objects of more than " + above + " and less than " + below
                        + " bytes, which no object is; raise objectSizeLessThan");
    }

    private boolean doesSomething() {
        boolean expiresOrMoves = Stream.of(
                        rule.getExpiration(),
                        rule.getExpirationDate(),
                        rule.getNoncurrentVersionExpiration(),
                        rule.getAbortIncompleteMultipartUploadAfter(),
                        rule.getExpiredObjectDeleteMarker())
                .anyMatch(Objects::nonNull);
        return expiresOrMoves
                || !orEmpty(rule.getTransitions()).isEmpty()
                || !orEmpty(rule.getNoncurrentVersionTransitions()).isEmpty();
    }

    private boolean isFiltered() {
        String prefix = rule.getPrefix();
        return (prefix != null && !prefix.isEmpty())
                || hasTags()
                || rule.getObjectSizeGreaterThan() != null
                || rule.getObjectSizeLessThan() != null;
    }

    private boolean hasTags() {
        Map<String, Object> tags = rule.getTagFilters();
        return tags != null && !tags.isEmpty();
    }

    private boolean expiresByDefault() {
        return settings.versioned && settings.noncurrentVersionsExpire;
    }

    private void add(List<StorageMove> moves, String storageClass, @Nullable Duration after) {
        Integer days = days(after);
        if (days != null) {
            moves.add(new StorageMove(storageClass, days));
        }
    }

    private @Nullable Integer days(@Nullable Duration duration) {
        KnownDays days = KnownDays.of(duration).orElse(null);
        if (days == null) {
            return null;
        }
        check.that(
                days.isWhole(), () -> name + " counts " + days.text() + " days; S3 counts whole ones, so give those");
        return (int) days.number();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
