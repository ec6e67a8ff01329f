package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessLogging;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Server access logging of a bucket: off, on, or to another bucket. Another destination is neutral where both are buckets of the estate,
 * otherwise undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Server access logging</a>
 * @since 0.1
 */
public final class AccessLogs implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "access-logging",
            "server access logs go on being delivered where they were",
            Kind.PROTECTION,
            Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            if (!pair.hasSame("LoggingConfiguration")) {
                compare(pair, differences).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<Change> compare(Pair<Bucket> pair, Differences differences) {
        Value<AccessLogging> base = pair.base().logging();
        Value<AccessLogging> head = pair.head().logging();
        if (base.isUnknown() || head.isUnknown()) {
            return Optional.of(change(pair, Direction.UNDECIDED, text(base), text(head)));
        }
        if (base.isAbsent() || head.isAbsent()) {
            Direction direction = head.isAbsent() ? Direction.WEAKENED : Direction.STRENGTHENED;
            return Optional.of(change(pair, direction, text(base), text(head)));
        }
        Value<String> older = destination(base);
        Value<String> newer = destination(head);
        if (!older.asText().equals(newer.asText())) {
            boolean ours = isOurs(differences.base(), older) && isOurs(differences.head(), newer);
            return Optional.of(change(pair, ours ? Direction.NEUTRAL : Direction.UNDECIDED, text(base), text(head)));
        }
        Value<String> prefix = base.part(AccessLogging::prefix);
        Value<String> newPrefix = head.part(AccessLogging::prefix);
        return prefix.asText().equals(newPrefix.asText())
                ? Optional.empty()
                : Optional.of(change(
                        pair,
                        Direction.NEUTRAL,
                        "under " + prefix.asText().orElse("no prefix"),
                        "under " + newPrefix.asText().orElse("no prefix")));
    }

    private static Change change(Pair<Bucket> pair, Direction direction, String before, String after) {
        return FACT.changed(
                pair,
                pair.base().logging().place().orElse(pair.base().element().at()),
                pair.head().logging().place().orElse(pair.head().element().at()),
                direction,
                "server access logging was " + before + " and is " + after,
                "log to the bucket that your audit reads");
    }

    private static boolean isOurs(Estate estate, Value<String> destination) {
        return destination.isAbsent()
                || estate.buckets().stream()
                        .anyMatch(bucket -> bucket.name().asText().equals(destination.asText()));
    }

    private static Value<String> destination(Value<AccessLogging> logging) {
        return logging.part(AccessLogging::destination);
    }

    private static String text(Value<AccessLogging> logging) {
        if (logging.isAbsent()) {
            return "off";
        }
        return logging.whyUnknown()
                .map(reason -> "unknown (" + reason + ")")
                .orElseGet(() -> "on, to " + destination(logging).asText().orElse("the bucket itself"));
    }
}
