package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Finds bucket policies that test the tags of a bucket on which attribute-based access control is not enabled: the key is never there, so that an
 * Allow grants nothing, and a Deny with a negated operator denies everything.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC for a bucket</a>
 * @since 0.1
 */
public final class BucketPolicyTagCondition implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.tag-condition",
                    Severity.WARNING,
                    "Policies test tags of a bucket only where they count",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Policies.statements(context.estate(), bucket)
                    .forEach(located -> located.statement().conditions().all().stream()
                            .filter(BucketPolicyTagCondition::isAboutBucketTags)
                            .forEach(condition -> check(bucket, located, condition, claims)));
        }
    }

    private static void check(Bucket bucket, LocatedStatement located, Condition condition, Claims claims) {
        claims.require(
                bucket.element(),
                located.at(),
                Values.fits(bucket.abac(), "Enabled"::equals),
                "tags of the bucket count in policies",
                StatedPolicy.name(located) + " tests " + condition.key() + ", which is never there while ABAC is off",
                "set AbacStatus to Enabled once all who tag the bucket use s3:TagResource, or remove the condition",
                Claims.shown("AbacStatus", bucket.abac()));
    }

    private static boolean isAboutBucketTags(Condition condition) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        return condition.operator().comparison() != Comparison.NULL
                && (key.startsWith("aws:resourcetag/") || key.startsWith("s3:buckettag/"));
    }
}
