package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that keep the parts of uploads that were never completed: they cost as objects do and show up in no listing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html">Aborting incomplete multipart uploads</a>
 * @since 0.1
 */
public final class BucketIncompleteUploads implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.incomplete-uploads",
                    Severity.NOTE,
                    "Incomplete uploads are aborted",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html")
            .explainedBy("keepIncompleteUploads")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), bucket.lifecycle()),
                    LifecycleRules.anyEnabled(bucket, rule -> Values.isStated(rule.abortIncompleteUploadsAfterDays())),
                    "incomplete uploads are aborted",
                    "the parts of uploads that never finish stay for ever",
                    "add a lifecycle rule with AbortIncompleteMultipartUpload",
                    Claims.shown(LifecycleRules.PROPERTY, bucket.lifecycle()));
        }
    }
}
