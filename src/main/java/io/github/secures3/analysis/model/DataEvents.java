package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * One selector of a trail.
 *
 * @param readWrite {@code All}, {@code ReadOnly} or {@code WriteOnly}; absent in advanced selectors
 * @param managementEvents whether management events are recorded
 * @param excludedSources services whose management events are left out
 * @param resources what data events are recorded for
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudtrail-trail-eventselector.html">EventSelector</a>
 * @since 0.1
 */
public record DataEvents(
        Value<String> readWrite,
        Value<Boolean> managementEvents,
        Value<List<Value<String>>> excludedSources,
        Value<List<DataResource>> resources) {

    /** Checks that nothing is missing. */
    public DataEvents {
        Objects.requireNonNull(readWrite, "readWrite");
        Objects.requireNonNull(managementEvents, "managementEvents");
        Objects.requireNonNull(excludedSources, "excludedSources");
        Objects.requireNonNull(resources, "resources");
    }
}
