package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Presence;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.Website;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a bucket is a website, which answers over plain HTTP; a new bucket too. Where else a website sends its visitors counts, too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html">Website hosting</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html">Redirects</a>
 * @since 0.1
 */
public final class WebsiteHosting implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("website", "website hosting is not switched on", Kind.ACCESS, Severity.WARNING);
    private static final Fact REDIRECT = Fact.of(
            "website-redirect",
            "a website sends its visitors to no other place than before",
            Kind.ACCESS,
            Severity.WARNING);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "website hosting",
                    "serve the objects through CloudFront, which reads them with an identity of its own over TLS",
                    Comparator.reverseOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT, REDIRECT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            SETTING.compare(pair, hosts(pair.base()), hosts(pair.head())).ifPresent(changes::add);
            redirect(pair, "all", Website::redirectAllRequestsTo).ifPresent(changes::add);
            redirect(pair, "some", Website::routingRules).ifPresent(changes::add);
        }
        for (Bucket bucket : differences.added(Bucket.class)) {
            SETTING.added(bucket, hosts(bucket)).ifPresent(changes::add);
        }
        for (Bucket bucket : differences.removed(Bucket.class)) {
            SETTING.removed(bucket, hosts(bucket)).ifPresent(changes::add);
        }
        return changes;
    }

    /** Where a website was and is, who of its visitors is sent elsewhere; of one that is new or gone hosting itself tells. */
    private static Optional<Change> redirect(Pair<Bucket> pair, String who, Function<Website, Value<String>> part) {
        Value<String> base = pair.base().website().part(part);
        Value<String> head = pair.head().website().part(part);
        boolean both = pair.base().website().known().isPresent()
                && pair.head().website().known().isPresent();
        if (!both || base.asText().equals(head.asText())) {
            return Optional.empty();
        }
        return Optional.of(REDIRECT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                Direction.UNDECIDED,
                Presence.message("the redirection of " + who + " visitors", base, head),
                "check that visitors are meant to be sent there"));
    }

    private static Value<Boolean> hosts(Bucket bucket) {
        return bucket.website()
                .part(website ->
                        new Value.Known<>(true, bucket.website().place().orElseThrow()));
    }
}
