package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * Resources that a trail records data events for, or a field that an advanced selector compares.
 *
 * @param type the resource type, or the field
 * @param values ARNs, or prefixes of ARNs, or the values compared with
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudtrail-trail-dataresource.html">DataResource</a>
 * @since 0.1
 */
public record DataResource(Value<String> type, Value<List<Value<String>>> values) {

    /** Checks that nothing is missing. */
    public DataResource {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(values, "values");
    }
}
