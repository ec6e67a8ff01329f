package io.github.secures3.constructs.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** The lifecycle rules that a bucket has by default, before those of its user. */
final class DefaultLifecycle {

    static final String ABORT_UPLOADS = "AbortIncompleteUploads";
    static final String EXPIRE_NONCURRENT = "ExpireNoncurrentVersions";

    /** A duration is an object of the Node process; making each one once saves a call over the pipe per bucket. */
    private static final Map<Integer, Duration> DAYS = new ConcurrentHashMap<>();

    private DefaultLifecycle() {}

    static List<LifecycleRule> rules(SecureBucketSettings settings) {
        List<LifecycleRule> rules = new ArrayList<>();
        if (settings.incompleteUploadsAborted) {
            rules.add(abortIncompleteUploads(settings.abortUploadsDays()));
        }
        if (settings.versioned && settings.noncurrentVersionsExpire) {
            rules.add(expireNoncurrentVersions(settings.noncurrentDays(), settings.noncurrentVersions()));
        }
        rules.addAll(settings.lifecycleRules);
        return rules;
    }

    static LifecycleRule abortIncompleteUploads(int days) {
        return LifecycleRule.builder()
                .id(ABORT_UPLOADS)
                .enabled(true)
                .abortIncompleteMultipartUploadAfter(days(days))
                .build();
    }

    /** Delete markers with nothing left behind them go too; they are of no use and slow listings down. */
    private static LifecycleRule expireNoncurrentVersions(int days, int versions) {
        return LifecycleRule.builder()
                .id(EXPIRE_NONCURRENT)
                .enabled(true)
                .noncurrentVersionExpiration(days(days))
                .noncurrentVersionsToRetain(versions)
                .expiredObjectDeleteMarker(true)
                .build();
    }

    static Duration days(int days) {
        return DAYS.computeIfAbsent(days, Duration::days);
    }
}
