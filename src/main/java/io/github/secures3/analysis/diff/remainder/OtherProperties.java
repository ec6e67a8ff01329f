package io.github.secures3.analysis.diff.remainder;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Properties of buckets that are others than before and protect nothing and nobody, such as transfer acceleration and metrics.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a>
 * @since 0.1
 */
public final class OtherProperties implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "other-property",
            "properties without a meaning for security are named where they change",
            Kind.OTHER,
            Severity.NOTE);
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "AWS::S3::Bucket",
            Set.of(
                    "AccelerateConfiguration",
                    "AnalyticsConfigurations",
                    "IntelligentTieringConfigurations",
                    "MetadataConfiguration",
                    "MetadataTableConfiguration",
                    "MetricsConfigurations"),
            "AWS::S3Express::DirectoryBucket",
            Set.of("InventoryConfigurations", "MetricsConfigurations", "Tags"),
            "AWS::S3Tables::TableBucket",
            Set.of("MetricsConfiguration", "StorageClassConfiguration", "Tags", "UnreferencedFileRemoval"),
            "AWS::S3Vectors::VectorBucket",
            Set.of("Tags"));

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            PROPERTIES.getOrDefault(pair.head().element().type(), Set.of()).stream()
                    .sorted()
                    .filter(property -> !pair.hasSame(property))
                    .forEach(property -> changes.add(change(pair, property)));
        }
        return changes;
    }

    private static Change change(Pair<Resource> pair, String property) {
        Value<String> base = pair.base().element().property(property);
        Value<String> head = pair.head().element().property(property);
        return FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                Direction.NEUTRAL,
                property + " is another than before",
                "");
    }
}
