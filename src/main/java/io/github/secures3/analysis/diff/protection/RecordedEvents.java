package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.model.DataEvents;
import io.github.secures3.analysis.model.DataResource;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The events that a trail records, taken apart: management events as such and of the services that can be left out, and data events of each
 * resource, reading and writing each for itself. Advanced selectors are taken one by one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudtrail-trail-eventselector.html">EventSelector</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html">Advanced event selectors</a>
 */
final class RecordedEvents {

    /** The services whose management events a selector can leave out. */
    private static final List<String> EXCLUDABLE = List.of("kms.amazonaws.com", "rdsdata.amazonaws.com");

    /** Resources that stand for all whose ARN starts alike: everything of a service, or the keys of a bucket below a slash. */
    private static final Pattern PREFIX =
            Pattern.compile("data events of \\S+ arn:[^:]*:(s3(:::([^/]+/.*)?)?|lambda|dynamodb)");

    private static final String MANAGEMENT = "management events";

    /**
     * Events of one kind.
     *
     * @param what what they are about
     * @param reading whether they read or write
     */
    record Events(String what, boolean reading) implements Comparable<Events> {

        /** Whether these are all of the others. */
        boolean cover(Events other) {
            boolean within = what.equals(other.what)
                    || (PREFIX.matcher(UnresolvedToken.replaceIn(what, marker -> "x"))
                                    .matches()
                            && other.what.startsWith(what));
            return reading == other.reading && within;
        }

        @Override
        public int compareTo(Events other) {
            return text().compareTo(other.text());
        }

        String text() {
            return (reading ? "reading " : "writing ") + what;
        }
    }

    private final Set<Events> events = new TreeSet<>();
    private final List<DataEvents> advanced = new ArrayList<>();

    private RecordedEvents() {}

    /** What a trail records; its selectors must be known. Without selectors it records management events and nothing else. */
    static RecordedEvents of(Trail trail) {
        RecordedEvents recorded = new RecordedEvents();
        if (trail.selectors().isAbsent() && trail.advancedSelectors().isAbsent()) {
            recorded.addManagement(List.of(true, false), Set.of());
        }
        trail.selectors().known().ifPresent(list -> list.forEach(recorded::add));
        for (DataEvents selector : trail.advancedSelectors().known().orElse(List.of())) {
            if (AdvancedSelector.isAllManagement(selector)) {
                recorded.addManagement(List.of(true, false), Set.of());
            } else {
                recorded.advanced.add(selector);
            }
        }
        return recorded;
    }

    /** Why it cannot be told what a trail records. */
    static Optional<String> unknown(Trail trail) {
        return Stream.concat(
                        Stream.of(trail.selectors(), trail.advancedSelectors()),
                        Stream.of(trail.selectors(), trail.advancedSelectors())
                                .flatMap(list -> list.known().orElse(List.of()).stream())
                                .flatMap(RecordedEvents::parts))
                .flatMap(value -> value.whyUnknown().stream())
                .findFirst();
    }

    private static Stream<Value<?>> parts(DataEvents selector) {
        Stream<Value<?>> own = Stream.of(
                selector.readWrite(), selector.managementEvents(), selector.excludedSources(), selector.resources());
        return Stream.concat(
                own,
                selector.resources().known().orElse(List.of()).stream()
                        .flatMap(resource -> Stream.of(resource.type(), resource.values())));
    }

    private void add(DataEvents selector) {
        String mode = selector.readWrite().known().orElse("All");
        List<Boolean> readings = mode.equals("All") ? List.of(true, false) : List.of(mode.equals("ReadOnly"));
        if (selector.managementEvents().known().orElse(true)) {
            Set<String> excluded = new TreeSet<>();
            selector.excludedSources()
                    .known()
                    .ifPresent(list ->
                            list.forEach(source -> excluded.add(source.asText().orElse(""))));
            addManagement(readings, excluded);
        }
        for (DataResource resource : selector.resources().known().orElse(List.of())) {
            String type = resource.type().asText().orElse("");
            for (Value<String> value : resource.values().known().orElse(List.of())) {
                String what = "data events of " + type + " " + value.asText().orElse("");
                readings.forEach(reading -> events.add(new Events(what, reading)));
            }
        }
    }

    private void addManagement(List<Boolean> readings, Set<String> excluded) {
        for (boolean reading : readings) {
            events.add(new Events(MANAGEMENT, reading));
            EXCLUDABLE.stream()
                    .filter(source -> !excluded.contains(source))
                    .forEach(source -> events.add(new Events(MANAGEMENT + " of " + source, reading)));
        }
    }

    /** What these are and the others are not, as text. */
    Set<String> without(RecordedEvents others) {
        Set<Events> more = new TreeSet<>(events);
        more.removeIf(mine -> others.events.stream().anyMatch(other -> other.cover(mine)));
        // Where management events go as a whole, those of each service need no line of their own.
        Set<Events> whole = new TreeSet<>(more);
        more.removeIf(mine ->
                mine.what().startsWith(MANAGEMENT + " of ") && whole.contains(new Events(MANAGEMENT, mine.reading())));
        Set<String> texts = new TreeSet<>();
        more.forEach(each -> texts.add(
                more.contains(new Events(each.what(), !each.reading()))
                        ? "reading and writing " + each.what()
                        : each.text()));
        advanced.stream()
                .filter(mine -> others.advanced.stream().noneMatch(other -> AdvancedSelector.covers(other, mine)))
                .forEach(mine -> texts.add("what the selector (" + AdvancedSelector.text(mine) + ") takes"));
        return texts;
    }
}
