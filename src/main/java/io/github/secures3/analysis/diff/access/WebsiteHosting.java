package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
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

/**
 * Whether a bucket is a website, which answers over plain HTTP; a new bucket too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html">Website hosting</a>
 * @since 0.1
 */
public final class WebsiteHosting implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("website", "website hosting is not switched on", Kind.ACCESS, Severity.WARNING);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "website hosting",
                    "serve the objects through CloudFront, which reads them with an identity of its own over TLS",
                    Comparator.reverseOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            SETTING.compare(pair, hosts(pair.base()), hosts(pair.head())).ifPresent(changes::add);
        }
        for (Bucket bucket : differences.added(Bucket.class)) {
            SETTING.added(bucket, hosts(bucket)).ifPresent(changes::add);
        }
        for (Bucket bucket : differences.removed(Bucket.class)) {
            SETTING.removed(bucket, hosts(bucket)).ifPresent(changes::add);
        }
        return changes;
    }

    private static Value<Boolean> hosts(Bucket bucket) {
        return bucket.website()
                .part(website ->
                        new Value.Known<>(true, bucket.website().place().orElseThrow()));
    }
}
