package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a bucket is a website, which answers over plain HTTP.
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
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair -> SETTING.compare(pair, hosts(pair.base()), hosts(pair.head())).stream())
                .toList();
    }

    private static Value<Boolean> hosts(Bucket bucket) {
        return bucket.website()
                .part(website ->
                        new Value.Known<>(true, bucket.website().place().orElseThrow()));
    }
}
