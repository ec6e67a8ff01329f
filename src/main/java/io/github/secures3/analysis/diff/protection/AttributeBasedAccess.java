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
 * Whether the tags of a bucket count in policies.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html">Tags of buckets</a>
 * @since 0.1
 */
public final class AttributeBasedAccess implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("abac", "tags go on counting in policies", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "access control by tags",
                    "enable AbacStatus again, or policies that compare tags of the bucket no longer hold",
                    Comparator.comparing("Enabled"::equals))
            .byDefault("Disabled");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair ->
                        SETTING.compare(pair, pair.base().abac(), pair.head().abac()).stream())
                .toList();
    }
}
