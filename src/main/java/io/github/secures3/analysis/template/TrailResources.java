package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.DataEvents;
import io.github.secures3.analysis.model.DataResource;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads trails with the events that they record.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html">AWS::CloudTrail::Trail</a>
 */
final class TrailResources {

    private static final List<String> OPERATORS =
            List.of("Equals", "StartsWith", "EndsWith", "NotEquals", "NotStartsWith", "NotEndsWith");

    private TrailResources() {}

    static void register(Family family) {
        family.accept("AWS::CloudTrail::Trail", TrailResources::trail);
    }

    private static Trail trail(Source source) {
        Properties properties = source.properties();
        return new Trail(
                source.element(),
                source.name(ArnRules.REF),
                source.arn("Arn"),
                properties.flag("IsLogging"),
                properties.text("S3BucketName"),
                properties.text("KMSKeyId"),
                properties.flag("IsMultiRegionTrail"),
                properties.flag("IsOrganizationTrail"),
                properties.flag("EnableLogFileValidation"),
                properties.flag("IncludeGlobalServiceEvents"),
                properties.list("EventSelectors", TrailResources::selector),
                properties.list("AdvancedEventSelectors", TrailResources::advanced));
    }

    private static DataEvents selector(Properties selector) {
        return new DataEvents(
                selector.text("ReadWriteType"),
                selector.flag("IncludeManagementEvents"),
                selector.texts("ExcludeManagementEventSources"),
                selector.list(
                        "DataResources",
                        resource -> new DataResource(resource.text("Type"), resource.texts("Values"))));
    }

    /** The fields of an advanced selector, one resource for each operator that a field uses, as {@code field Operator}. */
    private static DataEvents advanced(Properties selector) {
        Value<List<List<DataResource>>> fields = selector.list("FieldSelectors", TrailResources::field);
        Value<List<DataResource>> flat = fields instanceof Value.Known<List<List<DataResource>>> known
                ? new Value.Known<>(known.value().stream().flatMap(List::stream).toList(), known.at())
                : fields instanceof Value.Unknown<List<List<DataResource>>> unknown ? unknown.as() : Value.absent();
        return new DataEvents(Value.absent(), Value.absent(), Value.absent(), flat);
    }

    private static List<DataResource> field(Properties field) {
        List<DataResource> compared = new ArrayList<>();
        for (String operator : OPERATORS) {
            Value<List<Value<String>>> values = field.texts(operator);
            if (!values.isAbsent()) {
                Value<String> name = field.text("Field");
                Value<String> both = name instanceof Value.Known<String> known
                        ? new Value.Known<>(known.value() + " " + operator, known.at())
                        : name;
                compared.add(new DataResource(both, values));
            }
        }
        return compared;
    }
}
