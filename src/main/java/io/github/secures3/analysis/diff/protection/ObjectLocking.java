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
 * Whether objects of a bucket can be locked.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Object Lock</a>
 * @since 0.1
 */
public final class ObjectLocking implements DiffEvaluator {

    private static final Fact FACT = Fact.of("object-lock", "Object Lock stays on", Kind.PROTECTION, Severity.ERROR);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT, "Object Lock", "enable Object Lock again", Comparator.naturalOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

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
                                        pair.base().objectLock().enabled(),
                                        pair.head().objectLock().enabled())
                                .stream())
                .toList();
    }
}
