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
 * Whether events of a bucket go to EventBridge, where detection and response listen.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html">EventBridge</a>
 * @since 0.1
 */
public final class EventBridgeEvents implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("event-bridge", "events go on reaching EventBridge", Kind.PROTECTION, Severity.WARNING);
    private static final Setting<Boolean> SETTING = Setting.<Boolean>of(
                    FACT,
                    "delivery of events to EventBridge",
                    "send events to EventBridge again, or make sure that nobody listens",
                    Comparator.naturalOrder())
            .byDefault(false)
            .inWords(on -> on ? "on" : "off");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        return differences.pairs(Bucket.class).stream()
                .flatMap(pair -> SETTING
                        .compare(pair, pair.base().eventBridge(), pair.head().eventBridge())
                        .stream())
                .toList();
    }
}
