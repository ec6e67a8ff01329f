package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a custom resource of the CDK deletes all objects of a bucket when the bucket goes.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3-readme.html#bucket-deletion">Bucket deletion</a>
 * @since 0.1
 */
public final class AutoDelete implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("auto-delete", "no bucket is emptied when its stack goes", Kind.DATA_AT_RISK, Severity.ERROR);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "deletion of the bucket",
                    "take autoDeleteObjects away; a bucket that holds objects then cannot be deleted",
                    Comparator.reverseOrder())
            .byDefault(false)
            .inWords(emptied -> emptied ? "with all its objects" : "only when it is empty");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair ->
                        SETTING
                                .compare(
                                        pair,
                                        pair.base().emptiedOnDeletion(),
                                        pair.head().emptiedOnDeletion())
                                .stream())
                .toList();
    }
}
