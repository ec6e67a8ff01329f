package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.function.Consumer;

/**
 * Finds trails that do not record both the reads and the writes of objects in all buckets and Regions. Buckets that are left out by their ARN,
 * such as that of the trail itself, are no gap.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Logging data events</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html">CloudTrail event logging for S3</a>
 * @since 0.1
 */
public final class TrailDataEvents implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "trail.s3-data-events",
                    Severity.NOTE,
                    "Trails record who reads and writes objects",
                    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html")
            .covers(Framework.SECURITY_HUB, "S3.22", "S3.23")
            .covers(Framework.CIS_AWS_FOUNDATIONS, "v1.4.0/3.10", "v1.4.0/3.11", "v7.0.0/4.8", "v7.0.0/4.9")
            .covers(Framework.GUARD_REGISTRY, "CLOUDTRAIL_S3_DATAEVENTS_ENABLED")
            .covers(Framework.CHECKOV, "CKV_AWS_67")
            .covers(
                    Framework.PROWLER,
                    "cloudtrail_s3_dataevents_read_enabled",
                    "cloudtrail_s3_dataevents_write_enabled")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Trail trail : context.estate().all(Trail.class)) {
            RecordedObjects recorded = RecordedObjects.of(trail);
            Value<?> selectors = trail.advancedSelectors().isAbsent() ? trail.selectors() : trail.advancedSelectors();
            for (boolean reads : new boolean[] {false, true}) {
                String what = reads ? "reads" : "writes";
                claims.require(
                        trail.element(),
                        Claims.place(trail.element(), selectors),
                        recorded.everywhere(reads),
                        what + " of objects are recorded",
                        "nothing records the " + what + " of objects in all buckets",
                        "add an event selector for AWS::S3::Object",
                        Claims.shown(
                                trail.advancedSelectors().isAbsent() ? "EventSelectors" : "AdvancedEventSelectors",
                                selectors));
            }
            claims.require(
                    trail.element(),
                    Claims.place(trail.element(), trail.multiRegion()),
                    Values.isOn(trail.multiRegion()),
                    "the trail covers all Regions",
                    "the trail covers one Region alone",
                    "set IsMultiRegionTrail to true",
                    Claims.shown("IsMultiRegionTrail", trail.multiRegion()));
        }
    }
}
