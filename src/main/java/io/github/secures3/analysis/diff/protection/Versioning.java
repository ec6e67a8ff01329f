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
 * Versioning of a bucket: suspended, left out, or enabled. A bucket without versioning keeps no object that is overwritten or deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Versioning</a>
 * @since 0.1
 */
public final class Versioning implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("versioning", "versioning stays enabled", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "versioning",
                    "enable versioning again, so that overwritten and deleted objects stay recoverable",
                    Comparator.comparing("Enabled"::equals))
            .byDefault("off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair -> SETTING
                        .compare(pair, pair.base().versioning(), pair.head().versioning())
                        .stream())
                .toList();
    }
}
