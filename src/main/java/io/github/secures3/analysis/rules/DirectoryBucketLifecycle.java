package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.DirectoryBucket;
import java.util.function.Consumer;

/**
 * Finds directory buckets without an enabled lifecycle rule.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-lifecycle.html">Lifecycle of objects in directory buckets</a>
 * @since 0.1
 */
public final class DirectoryBucketLifecycle implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "directory-bucket.lifecycle",
                    Severity.NOTE,
                    "The directory bucket has a lifecycle rule",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-lifecycle.html")
            .covers(Framework.SECURITY_HUB, "S3.25")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (DirectoryBucket bucket : context.estate().all(DirectoryBucket.class)) {
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), bucket.lifecycle()),
                    Values.any(bucket.lifecycle(), rule -> Values.fits(rule.status(), "Enabled"::equals)),
                    "a lifecycle rule is enabled",
                    "objects and incomplete uploads stay for ever in the most expensive storage class",
                    "add a lifecycle rule that expires objects or aborts incomplete uploads",
                    Claims.shown(LifecycleRules.PROPERTY, bucket.lifecycle()));
        }
    }
}
