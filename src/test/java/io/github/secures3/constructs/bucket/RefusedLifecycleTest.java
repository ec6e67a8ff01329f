package io.github.secures3.constructs.bucket;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.NoncurrentVersionTransition;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/**
 * Lifecycle rules that S3 would refuse at deployment.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">Transitioning
 *     objects</a>
 */
class RefusedLifecycleTest {

    /** A rule that is called Archive, and what is said of it. */
    record Refused(String message, LifecycleRule rule) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> rules() {
        return Stream.of(
                new Refused(
                        "lifecycle rule 'Archive' expires objects after 0 days; give 1 or more",
                        rule().expiration(Duration.days(0)).build()),
                new Refused(
                        "lifecycle rule 'Archive' expires objects after 90 days, but moves them to another storage class after"
                                + " 90; expire later than the last transition",
                        rule().expiration(Duration.days(90))
                                .transitions(List.of(to(StorageClass.GLACIER, 90)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves objects to STANDARD_IA after 29 days; S3 asks for at least 30",
                        rule().transitions(List.of(to(StorageClass.INFREQUENT_ACCESS, 29)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves objects to ONEZONE_IA after 1 days; S3 asks for at least 30",
                        rule().transitions(List.of(to(StorageClass.ONE_ZONE_INFREQUENT_ACCESS, 1)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' expires noncurrent versions after 40 days, but moves them to another storage"
                                + " class after 60; expire later than the last transition",
                        rule().noncurrentVersionExpiration(Duration.days(40))
                                .noncurrentVersionTransitions(List.of(noncurrent(60)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves noncurrent versions to another storage class after 90 days, but they"
                                + " expire after 90; raise expireNoncurrentVersionsAfterDays or move them earlier",
                        rule().noncurrentVersionTransitions(List.of(noncurrent(90)))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_whose_days_contradict_each_other_is_refused(Refused refused) {
        refused(List.of(refused.rule()), "Storage/Data: " + refused.message());
    }

    @Test
    void ids_of_rules_are_unique_and_the_default_ones_taken() {
        String tail = "' is empty, longer than 255 characters or taken by another rule; give each rule its own";
        LifecycleRule archive = rule().expiration(Duration.days(1)).build();
        refused(List.of(archive, archive), "Storage/Data: lifecycle rule id 'Archive" + tail);
        for (String id : List.of("AbortIncompleteUploads", "ExpireNoncurrentVersions", "", "x".repeat(256))) {
            refused(
                    List.of(LifecycleRule.builder()
                            .id(id)
                            .expiration(Duration.days(1))
                            .build()),
                    "Storage/Data: lifecycle rule id '" + id + tail);
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-set-lifecycle-configuration-intro.html */
    @Test
    void more_than_a_thousand_rules_are_refused() {
        LifecycleRule rule =
                LifecycleRule.builder().expiration(Duration.days(1)).build();
        refused(
                Collections.nCopies(999, rule),
                "Storage/Data: 999 lifecycle rules and 2 default ones are more than 1000; join some of them");
    }

    private static void refused(List<LifecycleRule> rules, String message) {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .lifecycleRules(rules)
                        .build(),
                message);
    }

    private static LifecycleRule.Builder rule() {
        return LifecycleRule.builder().id("Archive");
    }

    private static Transition to(StorageClass storageClass, int days) {
        return Transition.builder()
                .storageClass(storageClass)
                .transitionAfter(Duration.days(days))
                .build();
    }

    private static NoncurrentVersionTransition noncurrent(int days) {
        return NoncurrentVersionTransition.builder()
                .storageClass(StorageClass.GLACIER)
                .transitionAfter(Duration.days(days))
                .build();
    }
}
