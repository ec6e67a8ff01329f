package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.LifecycleRule;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds buckets without an enabled lifecycle rule, in which objects, noncurrent versions and parts of incomplete uploads stay for ever.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html">Managing the lifecycle of objects</a>
 * @since 0.1
 */
public final class BucketLifecycle implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.lifecycle",
                    Severity.NOTE,
                    "The bucket has a lifecycle rule",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html")
            .covers(Framework.SECURITY_HUB, "S3.10", "S3.13")
            .covers(Framework.CONTROL_TOWER, "CT.S3.PR.3", "CT.S3.PR.6")
            .covers(Framework.PROWLER, "s3_bucket_lifecycle_enabled")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            check(bucket, claims);
        }
    }

    private static void check(Bucket bucket, Claims claims) {
        Value<List<LifecycleRule>> rules = bucket.lifecycle();
        List<LifecycleRule> known = rules.known().orElse(List.of());
        if (known.stream().anyMatch(rule -> rule.status().isSurely("Enabled"::equals))) {
            return;
        }
        String claim = "a lifecycle rule is enabled";
        if (rules instanceof Value.Unknown<List<LifecycleRule>> unknown) {
            claims.add(
                    claims.undecided(bucket.element(), claim, unknown.reason()).at(unknown.at()));
            return;
        }
        for (LifecycleRule rule : known) {
            if (rule.status() instanceof Value.Unknown<String> unknown) {
                claims.add(claims.undecided(bucket.element(), claim, unknown.reason())
                        .at(unknown.at()));
                return;
            }
        }
        claims.add(claims.violated(
                        bucket.element(),
                        known.isEmpty()
                                ? "no lifecycle rule ends the storage of objects, noncurrent versions and incomplete uploads"
                                : "no lifecycle rule is enabled",
                        "add a lifecycle rule, at least one that expires noncurrent versions and aborts incomplete uploads")
                .at(Claims.place(bucket.element(), rules))
                .with(Evidence.Kind.VALUE, Claims.shown("LifecycleConfiguration", rules)));
    }
}
