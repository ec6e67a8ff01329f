package io.github.secures3.constructs.bucket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;

/** Refuses CORS rules and archive tiers that S3 would refuse at deployment. */
final class DataOptionsCheck {

    private static final int MOST_CORS_RULES = 100;
    private static final int MOST_TIERING_CONFIGURATIONS = 1_000;
    private static final int EARLIEST_ARCHIVE = 90;
    private static final int EARLIEST_DEEP_ARCHIVE = 180;
    private static final int LATEST_ARCHIVE = 730;

    private final ConfigurationCheck check;
    private final SecureBucketSettings settings;

    DataOptionsCheck(ConfigurationCheck check, SecureBucketSettings settings) {
        this.check = check;
        this.settings = settings;
    }

    void all() {
        cors();
        tiering();
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
    private void cors() {
        check.that(
                settings.cors.size() <= MOST_CORS_RULES,
                () -> settings.cors.size() + " CORS rules are more than " + MOST_CORS_RULES + "; join some of them");
        for (int i = 0; i < settings.cors.size(); i++) {
            CorsRule rule = settings.cors.get(i);
            int number = i + 1;
            check.that(
                    !rule.getAllowedMethods().isEmpty()
                            && !rule.getAllowedOrigins().isEmpty(),
                    () -> "CORS rule " + number + " lacks methods or origins; name at least one of each");
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html */
    private void tiering() {
        List<IntelligentTieringConfiguration> all = settings.intelligentTiering;
        check.that(
                all.size() <= MOST_TIERING_CONFIGURATIONS,
                () -> all.size() + " configurations of intelligentTiering are more than " + MOST_TIERING_CONFIGURATIONS
                        + "; join some of them");
        Set<String> names = new HashSet<>();
        for (IntelligentTieringConfiguration configuration : all) {
            String name = configuration.getName();
            check.that(
                    names.add(name),
                    () -> "two configurations of intelligentTiering are named '" + name + "'; give each its own name");
            Duration archive = configuration.getArchiveAccessTierTime();
            Duration deepArchive = configuration.getDeepArchiveAccessTierTime();
            check.that(
                    archive != null || deepArchive != null,
                    () -> "intelligentTiering '" + name
                            + "' names no tier; give archiveAccessTierTime, deepArchiveAccessTierTime or both");
            tier(name, "archiveAccessTierTime", archive, EARLIEST_ARCHIVE);
            tier(name, "deepArchiveAccessTierTime", deepArchive, EARLIEST_DEEP_ARCHIVE);
        }
    }

    private void tier(String name, String tier, @Nullable Duration time, int earliest) {
        KnownDays.of(time)
                .ifPresent(days -> check.that(
                        days.isWhole() && days.number() >= earliest && days.number() <= LATEST_ARCHIVE,
                        () -> "intelligentTiering '" + name + "' sets " + tier + " to " + days.text() + " days; give "
                                + earliest + " to " + LATEST_ARCHIVE + " whole days"));
    }
}
