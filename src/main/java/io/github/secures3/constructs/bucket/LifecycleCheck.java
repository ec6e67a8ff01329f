package io.github.secures3.constructs.bucket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** Refuses lifecycle rules that S3 would refuse at deployment, or that undo what they stand beside. */
final class LifecycleCheck {

    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_ID = 255;

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
            new LifecycleRuleCheck(check, settings, rule).all();
        }
    }
}
