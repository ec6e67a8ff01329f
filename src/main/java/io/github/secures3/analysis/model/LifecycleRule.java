package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One lifecycle rule of a bucket.
 *
 * @param id its id
 * @param status {@code Enabled} or {@code Disabled}
 * @param prefix the objects it is about, by prefix
 * @param tags the objects it is about, by tags
 * @param objectSizeGreaterThan the objects it is about, in bytes
 * @param objectSizeLessThan the objects it is about, in bytes
 * @param expirationInDays when current versions expire, in days
 * @param expirationDate when current versions expire, as a date
 * @param expiredObjectDeleteMarker whether delete markers without versions go
 * @param noncurrentDays when noncurrent versions expire, in days
 * @param newerNoncurrentVersions how many newer noncurrent versions are kept
 * @param abortIncompleteUploadsAfterDays when incomplete multipart uploads are aborted, in days
 * @param transitions moves of current versions to other storage classes
 * @param noncurrentTransitions moves of noncurrent versions
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html">Rule</a>
 * @since 0.1
 */
public record LifecycleRule(
        Value<String> id,
        Value<String> status,
        Value<String> prefix,
        Value<List<Tag>> tags,
        Value<BigDecimal> objectSizeGreaterThan,
        Value<BigDecimal> objectSizeLessThan,
        Value<BigDecimal> expirationInDays,
        Value<String> expirationDate,
        Value<Boolean> expiredObjectDeleteMarker,
        Value<BigDecimal> noncurrentDays,
        Value<BigDecimal> newerNoncurrentVersions,
        Value<BigDecimal> abortIncompleteUploadsAfterDays,
        Value<List<Transition>> transitions,
        Value<List<Transition>> noncurrentTransitions) {

    /** Checks that nothing is missing. */
    public LifecycleRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(tags, "tags");
        Objects.requireNonNull(objectSizeGreaterThan, "objectSizeGreaterThan");
        Objects.requireNonNull(objectSizeLessThan, "objectSizeLessThan");
        Objects.requireNonNull(expirationInDays, "expirationInDays");
        Objects.requireNonNull(expirationDate, "expirationDate");
        Objects.requireNonNull(expiredObjectDeleteMarker, "expiredObjectDeleteMarker");
        Objects.requireNonNull(noncurrentDays, "noncurrentDays");
        Objects.requireNonNull(newerNoncurrentVersions, "newerNoncurrentVersions");
        Objects.requireNonNull(abortIncompleteUploadsAfterDays, "abortIncompleteUploadsAfterDays");
        Objects.requireNonNull(transitions, "transitions");
        Objects.requireNonNull(noncurrentTransitions, "noncurrentTransitions");
    }
}
