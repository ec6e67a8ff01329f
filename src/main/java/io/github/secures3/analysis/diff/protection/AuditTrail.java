package io.github.secures3.analysis.diff.protection;

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
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Trails of CloudTrail: those that are gone, record less, or write their log where nobody may look for it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Data events</a>
 * @since 0.1
 */
public final class AuditTrail implements DiffEvaluator {

    private static final Fact DATA_EVENTS =
            Fact.of("trail-events", "trails go on recording the same events", Kind.PROTECTION, Severity.ERROR);
    private static final Fact FACT = Fact.of("trail", "trails go on recording", Kind.PROTECTION, Severity.ERROR);
    private static final String FIX = "record as before, so that every access to the data leaves a trace";
    private static final String SELECTORS = "EventSelectors";
    private static final String ADVANCED_SELECTORS = "AdvancedEventSelectors";
    private static final String ON = "on";
    private static final String UP_TO_CLOUDTRAIL = "up to CloudTrail";
    private static final String OFF = "off";
    private static final Setting<String> GLOBAL = Setting.<String>of(
                    FACT,
                    "recording of services without a Region",
                    FIX,
                    Comparator.comparing(List.of(OFF, UP_TO_CLOUDTRAIL, ON)::indexOf))
            .byDefault(UP_TO_CLOUDTRAIL);
    private static final List<Presence> DELIVERIES = List.of(
            new Presence(FACT, "CloudWatchLogsLogGroupArn", "the log group that alarms read", FIX),
            new Presence(FACT, "InsightSelectors", "the search for unusual activity", FIX),
            new Presence(FACT, "SnsTopicName", "the topic that tells of log files", FIX));

    /** What a trail switches on, by what it is called. */
    private static final Map<String, Function<Trail, Value<Boolean>>> SWITCHES = new TreeMap<>(Map.of(
            "recording", Trail::logging,
            "recording in all Regions", Trail::multiRegion,
            "recording for the organization", Trail::organization,
            "validation of log files", Trail::fileValidation));

    @Override
    public List<Fact> facts() {
        return List.of(FACT, DATA_EVENTS);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Trail trail : differences.removed(Trail.class)) {
            changes.add(FACT.removed(trail, Direction.WEAKENED, "the trail is gone", FIX));
        }
        for (Trail trail : differences.added(Trail.class)) {
            changes.add(FACT.added(trail, Direction.STRENGTHENED, "the trail is new", FIX));
        }
        for (Pair<Trail> pair : differences.pairs(Trail.class)) {
            if (!pair.hasSameProperties()) {
                compare(pair, changes);
            }
        }
        return changes;
    }

    private static void compare(Pair<Trail> pair, List<Change> changes) {
        Trail base = pair.base();
        Trail head = pair.head();
        SWITCHES.forEach((name, flag) -> Setting.<Boolean>of(FACT, name, FIX, Comparator.naturalOrder())
                .byDefault(false)
                .inWords(on -> on ? "on" : "off")
                .compare(pair, flag.apply(base), flag.apply(head))
                .ifPresent(changes::add));
        Setting.<String>indifferent(FACT, "the key of the log", FIX)
                .compare(pair, base.key(), head.key())
                .ifPresent(changes::add);
        if (!base.bucket().asText().equals(head.bucket().asText())) {
            changes.add(FACT.changed(
                    pair,
                    base.bucket().place().orElse(base.element().at()),
                    head.bucket().place().orElse(head.element().at()),
                    Direction.UNDECIDED,
                    "the log went to bucket " + base.bucket().asText().orElse("") + " and goes to "
                            + head.bucket().asText().orElse(""),
                    "check that the new bucket is as well protected, and that somebody reads it"));
        }
        GLOBAL.compare(pair, global(base), global(head)).ifPresent(changes::add);
        DELIVERIES.forEach(delivery -> delivery.compare(pair).ifPresent(changes::add));
        if (!pair.hasSame(SELECTORS) || !pair.hasSame(ADVANCED_SELECTORS)) {
            events(pair, changes);
        }
    }

    private static Value<String> global(Trail trail) {
        Value<Boolean> flag = trail.globalServices();
        return flag.part(on -> new Value.Known<>(on ? ON : OFF, flag.place().orElseThrow()));
    }

    private static void events(Pair<Trail> pair, List<Change> changes) {
        Optional<String> unknown = RecordedEvents.unknown(pair.head()).or(() -> RecordedEvents.unknown(pair.base()));
        if (unknown.isPresent()) {
            changes.add(
                    events(pair, Direction.UNDECIDED, "which events are recorded cannot be told: " + unknown.get()));
            return;
        }
        RecordedEvents base = RecordedEvents.of(pair.base());
        RecordedEvents head = RecordedEvents.of(pair.head());
        base.without(head)
                .forEach(text -> changes.add(events(pair, Direction.WEAKENED, text + " is no longer recorded")));
        head.without(base)
                .forEach(text -> changes.add(events(pair, Direction.STRENGTHENED, text + " is newly recorded")));
    }

    private static Change events(Pair<Trail> pair, Direction direction, String message) {
        return DATA_EVENTS.changed(pair, place(pair.base()), place(pair.head()), direction, message, FIX);
    }

    private static Location place(Trail trail) {
        return trail.selectors()
                .place()
                .or(() -> trail.advancedSelectors().place())
                .orElse(trail.element().at());
    }
}
