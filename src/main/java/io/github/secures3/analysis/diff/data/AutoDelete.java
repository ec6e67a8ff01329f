package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.CustomResource;
import java.util.ArrayList;
import java.util.List;

/**
 * A custom resource of the CDK that deletes all objects of a bucket when the bucket goes.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3-readme.html#bucket-deletion">Bucket deletion</a>
 * @since 0.1
 */
public final class AutoDelete implements DiffEvaluator {

    private static final Fact FACT = Fact.of("auto-delete", Kind.DATA_AT_RISK, Severity.ERROR);
    private static final String FIX = "take autoDeleteObjects away; a bucket that holds objects then cannot be deleted";

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (CustomResource resource : differences.added(CustomResource.class)) {
            if (deletes(resource)) {
                boolean newBucket =
                        differences.added(Bucket.class).stream().anyMatch(bucket -> isAbout(resource, bucket));
                changes.add(FACT.added(
                        resource,
                        newBucket ? Direction.NEUTRAL : Direction.WEAKENED,
                        "all objects of the bucket are deleted when it goes",
                        FIX));
            }
        }
        for (CustomResource resource : differences.removed(CustomResource.class)) {
            if (deletes(resource)) {
                changes.add(FACT.removed(
                        resource,
                        Direction.STRENGTHENED,
                        "objects of the bucket are no longer deleted when it goes",
                        FIX));
            }
        }
        return changes;
    }

    private static boolean deletes(CustomResource resource) {
        String type = resource.element().type();
        return type.startsWith("Custom::S3") && type.contains("AutoDelete");
    }

    private static boolean isAbout(CustomResource resource, Bucket bucket) {
        String name = bucket.name().asText().orElse("");
        return resource.element()
                .property("BucketName")
                .asText()
                .filter(text -> text.equals('"' + name + '"'))
                .isPresent();
    }
}
