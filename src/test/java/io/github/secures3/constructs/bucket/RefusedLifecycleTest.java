package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    private static final String SLOPE =
            "; S3 moves from STANDARD_IA over INTELLIGENT_TIERING, ONEZONE_IA or GLACIER_IR, and"
                    + " GLACIER to DEEP_ARCHIVE, never back";
    private static final Instant DATE = Instant.parse("2030-01-01T00:00:00Z");

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
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves objects to GLACIER after 30 days and to STANDARD_IA after 60"
                                + SLOPE,
                        rule().transitions(
                                        List.of(to(StorageClass.INFREQUENT_ACCESS, 60), to(StorageClass.GLACIER, 30)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves objects to GLACIER after 30 days and to GLACIER after 60"
                                + SLOPE,
                        rule().transitions(List.of(to(StorageClass.GLACIER, 30), to(StorageClass.GLACIER, 60)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves objects to GLACIER_IR after 10 days and to ONEZONE_IA after 40"
                                + SLOPE,
                        rule().transitions(List.of(
                                        to(StorageClass.GLACIER_INSTANT_RETRIEVAL, 10),
                                        to(StorageClass.ONE_ZONE_INFREQUENT_ACCESS, 40)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' moves noncurrent versions to GLACIER after 5 days and to GLACIER after 9"
                                + SLOPE,
                        rule().noncurrentVersionTransitions(List.of(noncurrent(9), noncurrent(5)))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' counts days and names a date as well; S3 takes one of them in a rule, so"
                                + " split it",
                        rule().expiration(Duration.days(9)).expirationDate(DATE).build()),
                new Refused(
                        "lifecycle rule 'Archive' counts 0.5 days; S3 counts whole ones, so give those",
                        rule().expiration(Duration.hours(12)).build()),
                new Refused(
                        "lifecycle rule 'Archive' expires noncurrent versions after 0 days; give 1 or more",
                        rule().noncurrentVersionExpiration(Duration.days(0)).build()),
                new Refused(
                        "lifecycle rule 'Archive' keeps 101 noncurrent versions; give 1 to 100",
                        rule().noncurrentVersionExpiration(Duration.days(9))
                                .noncurrentVersionsToRetain(101)
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' says how many noncurrent versions to keep, but not after how many days the"
                                + " others expire; add noncurrentVersionExpiration",
                        rule().noncurrentVersionsToRetain(5).build()),
                new Refused(
                        "lifecycle rule 'Archive' expires noncurrent versions of the whole bucket, which the default rule does"
                                + " already, after 90 days and down to 3 of them; set expireNoncurrentVersionsAfterDays and"
                                + " noncurrentVersionsToKeep instead, or give the rule a prefix",
                        rule().noncurrentVersionExpiration(Duration.days(1)).build()),
                new Refused(
                        "lifecycle rule 'Archive' removes expired delete markers and also expires objects or looks at tags; S3"
                                + " takes no expiredObjectDeleteMarker in such a rule, so give it one of its own",
                        rule().expiration(Duration.days(9))
                                .expiredObjectDeleteMarker(true)
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' aborts incomplete uploads after 0 days; give 1 or more",
                        rule().abortIncompleteMultipartUploadAfter(Duration.days(0))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' aborts incomplete uploads and looks at tags, which an upload has not got yet;"
                                + " give the two a rule each",
                        rule().abortIncompleteMultipartUploadAfter(Duration.days(1))
                                .tagFilters(Map.of("team", "red"))
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' is for objects of more than 100 and less than 100 bytes, which no object is;"
                                + " raise objectSizeLessThan",
                        rule().expiration(Duration.days(9))
                                .objectSizeGreaterThan(100)
                                .objectSizeLessThan(100)
                                .build()),
                new Refused(
                        "lifecycle rule 'Archive' does nothing; give it an expiration, a transition or another action, or leave"
                                + " it out",
                        rule().prefix("old/").build()));
    }

    @Test
    void rules_about_versions_beside_a_bucket_without_them_are_refused() {
        Refusals.refused(
                stack -> SecureBucket.Builder.create(stack, "Data")
                        .allowWithoutVersioning("scratch data")
                        .lifecycleRules(List.of(rule().noncurrentVersionExpiration(Duration.days(1))
                                .build()))
                        .build(),
                "Storage/Data: lifecycle rule 'Archive' is about noncurrent versions, but allowWithoutVersioning keeps none;"
                        + " leave one of them out");
    }

    @Test
    void rules_down_the_slope_of_storage_classes_stand_beside_the_default_ones() {
        SynthesizedTemplate template = Synthesized.storage(stack -> SecureBucket.Builder.create(stack, "Data")
                .lifecycleRules(List.of(
                        rule().transitions(List.of(
                                        to(StorageClass.DEEP_ARCHIVE, 180),
                                        to(StorageClass.INFREQUENT_ACCESS, 30),
                                        to(StorageClass.GLACIER, 90)))
                                .expiration(Duration.days(3650))
                                .build(),
                        LifecycleRule.builder()
                                .id("Drafts")
                                .prefix("drafts/")
                                .noncurrentVersionExpiration(Duration.days(1))
                                .build(),
                        LifecycleRule.builder()
                                .id("OnceAndForAll")
                                .expirationDate(DATE)
                                .build()))
                .build());
        assertThat(template.property("Data", "LifecycleConfiguration").findValuesAsText("Id"))
                .containsExactly(
                        "AbortIncompleteUploads", "ExpireNoncurrentVersions", "Archive", "Drafts", "OnceAndForAll");
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
