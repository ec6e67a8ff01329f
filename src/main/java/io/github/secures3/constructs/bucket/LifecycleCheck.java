package io.github.secures3.constructs.bucket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.NoncurrentVersionTransition;
import software.amazon.awscdk.services.s3.Transition;

/**
 * Refuses lifecycle rules that S3 would refuse at deployment, or that undo what they stand beside.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">Transitioning
 *     objects</a>
 */
final class LifecycleCheck {

    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_ID = 255;
    private static final int EARLIEST_INFREQUENT_ACCESS = 30;
    private static final Set<String> INFREQUENT_ACCESS = Set.of("STANDARD_IA", "ONEZONE_IA");

    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;

    LifecycleCheck(ConfigurationCheck check, SecureBucketSettings settings) {
        this.check = check;
        this.settings = settings;
    }

    void all() {
        int defaults = DefaultLifecycle.rules(settings).size() - settings.lifecycleRules.size();
        check.that(
                settings.lifecycleRules.size() + defaults <= MOST_RULES,
                () -> settings.lifecycleRules.size() + " lifecycle rules and " + defaults
                        + " default ones are more than " + MOST_RULES + "; join some of them");
        Set<String> ids = new HashSet<>(List.of(DefaultLifecycle.ABORT_UPLOADS, DefaultLifecycle.EXPIRE_NONCURRENT));
        for (LifecycleRule rule : settings.lifecycleRules) {
            String id = rule.getId();
            check.that(
                    id == null || (!id.isEmpty() && id.length() <= LONGEST_ID && ids.add(id)),
                    () -> "lifecycle rule id '" + id + "' is empty, longer than " + LONGEST_ID
                            + " characters or taken by another rule; give each rule its own");
            current(rule, id);
            noncurrent(rule, id);
        }
    }

    private void current(LifecycleRule rule, @Nullable String id) {
        Integer expiration = days(rule.getExpiration());
        check.that(
                expiration == null || expiration >= 1,
                () -> "lifecycle rule '" + id + "' expires objects after " + expiration + " days; give 1 or more");
        List<Transition> transitions = rule.getTransitions();
        if (transitions == null) {
            return;
        }
        for (Transition transition : transitions) {
            Integer after = days(transition.getTransitionAfter());
            if (after != null) {
                storageClass(id, transition.getStorageClass().getValue(), after);
                check.that(
                        expiration == null || expiration > after,
                        () -> "lifecycle rule '" + id + "' expires objects after " + expiration
                                + " days, but moves them to another storage class after " + after
                                + "; expire later than the last transition");
            }
        }
    }

    private void noncurrent(LifecycleRule rule, @Nullable String id) {
        Integer expiration = days(rule.getNoncurrentVersionExpiration());
        List<NoncurrentVersionTransition> transitions = rule.getNoncurrentVersionTransitions();
        if (transitions == null) {
            return;
        }
        for (NoncurrentVersionTransition transition : transitions) {
            Integer after = days(transition.getTransitionAfter());
            if (after != null) {
                storageClass(id, transition.getStorageClass().getValue(), after);
                check.that(
                        expiration == null || expiration > after,
                        () -> "lifecycle rule '" + id + "' expires noncurrent versions after " + expiration
                                + " days, but moves them to another storage class after " + after
                                + "; expire later than the last transition");
                check.that(
                        !expiresByDefault() || settings.noncurrentDays() > after,
                        () -> "lifecycle rule '" + id + "' moves noncurrent versions to another storage class after "
                                + after
                                + " days, but they expire after " + settings.noncurrentDays()
                                + "; raise expireNoncurrentVersionsAfterDays or move them earlier");
            }
        }
    }

    private boolean expiresByDefault() {
        return settings.versioned && settings.noncurrentVersionsExpire;
    }

    private void storageClass(@Nullable String id, String storageClass, int after) {
        check.that(
                after >= EARLIEST_INFREQUENT_ACCESS || !INFREQUENT_ACCESS.contains(storageClass),
                () -> "lifecycle rule '" + id + "' moves objects to " + storageClass + " after " + after
                        + " days; S3 asks for at least " + EARLIEST_INFREQUENT_ACCESS);
    }

    private static @Nullable Integer days(@Nullable Duration duration) {
        return duration == null || Boolean.TRUE.equals(duration.isUnresolved())
                ? null
                : Integer.valueOf(duration.toDays().intValue());
    }
}
