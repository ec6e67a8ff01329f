package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Object Lock of a bucket.
 *
 * @param enabled whether objects can be locked
 * @param mode {@code GOVERNANCE} or {@code COMPLIANCE} of the default retention
 * @param days default retention in days
 * @param years default retention in years
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-objectlockconfiguration.html">ObjectLockConfiguration</a>
 * @since 0.1
 */
public record ObjectLock(Value<Boolean> enabled, Value<String> mode, Value<BigDecimal> days, Value<BigDecimal> years) {

    /** Checks that nothing is missing. */
    public ObjectLock {
        Objects.requireNonNull(enabled, "enabled");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(years, "years");
    }
}
