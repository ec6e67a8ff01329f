package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Object Ownership of a bucket: the further from {@code BucketOwnerEnforced}, the more objects and ACLs of others count.
 *
 * <p>Left out it is enforced for what is new, but nothing keeps it so: that is less than stating it. Between leaving it out and stating one of the
 * weaker values nothing is decided, for it depends on when the bucket was made.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object Ownership</a>
 * @since 0.1
 */
public final class ObjectOwnership implements DiffEvaluator {

    private static final String ENFORCED = "BucketOwnerEnforced";
    private static final String UP_TO_S3 = "up to S3";
    private static final String FIX = "set BucketOwnerEnforced, so that ACLs grant nothing";
    private static final Fact FACT =
            Fact.of("object-ownership", "ACLs stay without effect", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT,
                    "Object Ownership",
                    FIX,
                    Comparator.comparing(List.of("ObjectWriter", "BucketOwnerPreferred", UP_TO_S3, ENFORCED)::indexOf))
            .byDefault(UP_TO_S3);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            Value<String> base = pair.base().ownership();
            Value<String> head = pair.head().ownership();
            Optional<Change> change = SETTING.compare(pair, base, head);
            boolean depends = (base.isAbsent() && head.isSurely(value -> !value.equals(ENFORCED)))
                    || (head.isAbsent() && base.isSurely(value -> !value.equals(ENFORCED)));
            change.map(found -> depends
                            ? FACT.changed(
                                    pair,
                                    base.place().orElse(pair.base().element().at()),
                                    head.place().orElse(pair.head().element().at()),
                                    Direction.UNDECIDED,
                                    found.finding().message(),
                                    FIX)
                            : found)
                    .ifPresent(changes::add);
        }
        return changes;
    }
}
