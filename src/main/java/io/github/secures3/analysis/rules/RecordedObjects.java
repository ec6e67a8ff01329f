package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.DataEvents;
import io.github.secures3.analysis.model.DataResource;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which requests for objects a trail records.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html">AdvancedFieldSelector</a>
 */
final class RecordedObjects {

    private static final String OBJECTS = "AWS::S3::Object";

    private final Trail trail;

    private RecordedObjects(Trail trail) {
        this.trail = trail;
    }

    static RecordedObjects of(Trail trail) {
        return new RecordedObjects(trail);
    }

    /** Whether reads, or writes, of the objects of every bucket are recorded, exceptions by ARN aside. */
    Truth everywhere(boolean reads) {
        return Values.any(trail.selectors(), selector -> basic(selector, reads))
                .or(Values.any(trail.advancedSelectors(), selector -> advanced(selector, reads)));
    }

    /** Whether objects of every bucket are recorded, the one with this ARN included. */
    Truth includes(String bucketArn) {
        return Values.any(trail.selectors(), selector -> basic(selector, false))
                .or(Values.any(
                        trail.advancedSelectors(),
                        selector -> advanced(selector, false)
                                .and(excludes(selector, bucketArn).not())));
    }

    private static Truth basic(DataEvents selector, boolean reads) {
        String only = reads ? "ReadOnly" : "WriteOnly";
        Truth kind = selector.readWrite().isAbsent()
                ? Truth.TRUE
                : Values.fits(selector.readWrite(), type -> type.equals("All") || type.equals(only));
        return kind.and(Values.any(
                selector.resources(),
                resource -> Values.fits(resource.type(), OBJECTS::equals)
                        .and(Values.any(
                                resource.values(), value -> Values.fits(value, RecordedObjects::isEveryBucket)))));
    }

    /** {@code arn:aws:s3} and {@code arn:aws:s3:::} are the beginning of every object's ARN. */
    private static boolean isEveryBucket(String prefix) {
        return prefix.matches("arn:[a-z-]+:s3:{0,3}");
    }

    private static Truth advanced(DataEvents selector, boolean reads) {
        return field(selector, "resources.type Equals", OBJECTS::equals)
                .and(has(selector, "readOnly Equals")
                        .not()
                        .or(field(selector, "readOnly Equals", Boolean.toString(reads)::equals)))
                .and(has(selector, "resources.ARN Equals").not())
                .and(has(selector, "resources.ARN StartsWith").not())
                .and(has(selector, "eventName Equals").not());
    }

    private static Truth excludes(DataEvents selector, String bucketArn) {
        return field(selector, "resources.ARN NotStartsWith", prefix -> (bucketArn + "/").startsWith(prefix));
    }

    private static Truth has(DataEvents selector, String field) {
        return Values.any(selector.resources(), resource -> named(resource, field));
    }

    private static Truth field(DataEvents selector, String field, Predicate<String> test) {
        return Values.any(
                selector.resources(),
                resource -> named(resource, field).and(Values.any(resource.values(), value -> text(value, test))));
    }

    private static Truth named(DataResource resource, String field) {
        return Values.fits(
                resource.type(), name -> name.toLowerCase(Locale.ROOT).equals(field.toLowerCase(Locale.ROOT)));
    }

    /** Markers count as text here: the ARN of a bucket of the estate equals itself, known or not. */
    private static Truth text(Value<String> value, Predicate<String> test) {
        return value.asText().filter(test).isPresent() ? Truth.TRUE : Values.fits(value, test);
    }
}
