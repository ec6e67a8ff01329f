package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds trails that record the data events of the bucket that receives their logs: each delivery is an event, which is delivered again.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Logging data events</a>
 * @since 0.1
 */
public final class TrailOwnLogs implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "trail.own-logs",
                    Severity.WARNING,
                    "The trail does not record its own deliveries",
                    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Trail trail : context.estate().all(Trail.class)) {
            Optional<String> name = trail.bucket().asText();
            if (name.isEmpty()) {
                continue;
            }
            String arn = context.estate().buckets().stream()
                    .filter(bucket -> bucket.name().asText().equals(name))
                    .map(Bucket::arn)
                    .findFirst()
                    .orElse("arn:aws:s3:::" + name.get());
            Value<?> selectors = trail.advancedSelectors().isAbsent() ? trail.selectors() : trail.advancedSelectors();
            claims.require(
                    trail.element(),
                    Claims.place(trail.element(), selectors),
                    RecordedObjects.of(trail).includes(arn).not(),
                    "the trail leaves its own bucket out",
                    "each delivery of logs is recorded and delivered again, without end and at a cost",
                    "use AdvancedEventSelectors with resources.ARN NotStartsWith the ARN of the trail's own bucket and"
                            + " a slash",
                    Claims.shown("S3BucketName", trail.bucket()));
        }
    }
}
