package io.github.secures3.analysis.diff.protection;

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
 * Object Ownership of a bucket: the further from {@code BucketOwnerEnforced}, the more objects and ACLs of others count.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object Ownership</a>
 * @since 0.1
 */
public final class ObjectOwnership implements DiffEvaluator {

    private static final Fact FACT = Fact.of("object-ownership", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "Object Ownership",
                    "set BucketOwnerEnforced, so that ACLs grant nothing",
                    Comparator.comparing(
                            List.of("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced")::indexOf))
            .byDefault("BucketOwnerEnforced");

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair -> SETTING
                        .compare(pair, pair.base().ownership(), pair.head().ownership())
                        .stream())
                .toList();
    }
}
