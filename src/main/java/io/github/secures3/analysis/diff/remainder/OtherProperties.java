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
import java.util.TreeSet;

/**
 * Properties of buckets that are others than before and protect nothing and nobody, such as transfer acceleration and metrics; and those that
 * nobody here knows, for they came to S3 later.
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
    private static final Fact UNKNOWN = Fact.of(
            "unknown-property",
            "properties of buckets that this library does not know are as before",
            Kind.OTHER,
            Severity.WARNING);
    private static final String BUCKET = "AWS::S3::Bucket";
    /** What the others of these evaluators look at. */
    private static final Set<String> COMPARED = Set.of(
            "AbacStatus",
            "AccessControl",
            "BucketEncryption",
            "BucketName",
            "BucketNamePrefix",
            "BucketNamespace",
            "CorsConfiguration",
            "InventoryConfigurations",
            "LifecycleConfiguration",
            "LoggingConfiguration",
            "NotificationConfiguration",
            "ObjectLockConfiguration",
            "ObjectLockEnabled",
            "OwnershipControls",
            "PublicAccessBlockConfiguration",
            "ReplicationConfiguration",
            "Tags",
            "VersioningConfiguration",
            "WebsiteConfiguration");

    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            BUCKET,
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
        return List.of(FACT, UNKNOWN);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            PROPERTIES.getOrDefault(pair.head().element().type(), Set.of()).stream()
                    .sorted()
                    .filter(property -> !pair.hasSame(property))
                    .forEach(property -> changes.add(
                            change(pair, property, FACT, Direction.NEUTRAL, property + " is another than before")));
            unknown(pair)
                    .forEach(property -> changes.add(change(
                            pair,
                            property,
                            UNKNOWN,
                            Direction.UNDECIDED,
                            property
                                    + ", which is no property of a bucket that is known here, is"
                                    + " another than before")));
        }
        return changes;
    }

    private static List<String> unknown(Pair<Resource> pair) {
        if (!pair.head().element().type().equals(BUCKET)) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(pair.base().element().properties().keySet());
        names.addAll(pair.head().element().properties().keySet());
        names.removeAll(COMPARED);
        names.removeAll(PROPERTIES.getOrDefault(BUCKET, Set.of()));
        return names.stream().filter(property -> !pair.hasSame(property)).toList();
    }

    private static Change change(Pair<Resource> pair, String property, Fact fact, Direction direction, String message) {
        Value<String> base = pair.base().element().property(property);
        Value<String> head = pair.head().element().property(property);
        return fact.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                direction,
                message,
                "look up what the property does to the security of the bucket");
    }
}
