package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A move of objects to another storage class.
 *
 * @param storageClass the class they move to
 * @param days after how many days
 * @param date on which date
 * @param newerNoncurrentVersions how many newer noncurrent versions stay behind
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-transition.html">Transition</a>
 * @since 0.1
 */
public record Transition(
        Value<String> storageClass,
        Value<BigDecimal> days,
        Value<String> date,
        Value<BigDecimal> newerNoncurrentVersions) {

    /** Checks that nothing is missing. */
    public Transition {
        Objects.requireNonNull(storageClass, "storageClass");
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(newerNoncurrentVersions, "newerNoncurrentVersions");
    }
}
