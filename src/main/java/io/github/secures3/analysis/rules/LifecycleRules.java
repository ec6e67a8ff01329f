package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.LifecycleRule;
import java.util.function.Function;

/** What the enabled lifecycle rules of a bucket do. */
final class LifecycleRules {

    static final String PROPERTY = "LifecycleConfiguration";

    private LifecycleRules() {}

    /** Whether an enabled rule does this. */
    static Truth anyEnabled(Bucket bucket, Function<LifecycleRule, Truth> does) {
        return Values.any(
                bucket.lifecycle(),
                rule -> Values.fits(rule.status(), "Enabled"::equals).and(does.apply(rule)));
    }
}
