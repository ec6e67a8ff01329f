package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.DataEvents;
import io.github.secures3.analysis.model.DataResource;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Trails of CloudTrail: those that are gone, record less, or write their log where nobody may look for it.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Data events</a>
 * @since 0.1
 */
public final class AuditTrail implements DiffEvaluator {

    private static final Fact DATA_EVENTS =
            Fact.of("trail-events", "trails go on recording the same data events", Kind.PROTECTION, Severity.ERROR);
    private static final Fact FACT = Fact.of("trail", "trails go on recording", Kind.PROTECTION, Severity.ERROR);
    private static final String FIX = "record as before, so that every access to the data leaves a trace";
    private static final Items<DataEvents> EVENTS =
            Items.ofProtection(DATA_EVENTS, "event selector", AuditTrail::text, FIX);

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
        changes.addAll(EVENTS.compare(pair, base.selectors(), head.selectors()));
        changes.addAll(EVENTS.compare(pair, base.advancedSelectors(), head.advancedSelectors()));
    }

    private static String text(DataEvents events) {
        List<String> parts = new ArrayList<>();
        events.readWrite().asText().ifPresent(type -> parts.add("events " + type));
        events.managementEvents().asText().ifPresent(included -> parts.add("management events " + included));
        parts.add(events.resources()
                .known()
                .map(AuditTrail::text)
                .orElse(events.resources().asText().orElse(""))
                .strip());
        parts.removeIf(String::isEmpty);
        return "(" + String.join("; ", parts) + ")";
    }

    private static String text(List<DataResource> resources) {
        TreeSet<String> texts = new TreeSet<>();
        for (DataResource resource : resources) {
            TreeSet<String> values = new TreeSet<>();
            resource.values()
                    .known()
                    .ifPresent(list ->
                            list.forEach(value -> values.add(value.asText().orElse(""))));
            if (resource.values().isUnknown()) {
                values.add(resource.values().asText().orElse(""));
            }
            texts.add(resource.type().asText().orElse("") + " " + values);
        }
        return String.join(", ", texts);
    }
}
