package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The queues of an estate to which buckets send events, and those that take what these could not deliver. */
final class EventQueues {

    private static final String QUEUE = "AWS::SQS::Queue";

    private final Estate estate;

    private EventQueues(Estate estate) {
        this.estate = estate;
    }

    static EventQueues of(Estate estate) {
        return new EventQueues(estate);
    }

    /** The queues that buckets send events to. */
    List<Element> receiving() {
        return of(QUEUE).stream()
                .filter(queue -> estate.buckets().stream().anyMatch(bucket -> notifies(bucket, queue)))
                .toList();
    }

    /** The same, and the queues to which they hand on what nobody takes. */
    Set<Element> all() {
        Set<Element> all = new LinkedHashSet<>(receiving());
        for (Element receiving : receiving()) {
            of(QUEUE).stream()
                    .filter(queue -> mentions(receiving.property("RedrivePolicy"), queue))
                    .forEach(all::add);
        }
        return all;
    }

    /** The resources of a type. */
    List<Element> of(String type) {
        return estate.resources().stream()
                .map(Resource::element)
                .filter(element -> element.type().equals(type))
                .toList();
    }

    /** Whether a value refers to a queue of the estate, or writes out its name at the end of an ARN or a URL. */
    static boolean mentions(Value<String> value, Element queue) {
        return value.asText().filter(text -> mentions(text, queue)).isPresent();
    }

    /** Whether a text refers to a queue of the estate, or writes out its name at the end of an ARN or a URL. */
    static boolean mentions(String text, Element queue) {
        String id = queue.stack() + "." + queue.logicalId();
        boolean refers =
                UnresolvedToken.namesIn(text).stream().anyMatch(name -> name.equals(id) || name.startsWith(id + "."));
        return refers
                || name(queue)
                        .map(name -> Pattern.compile("[:/]" + Pattern.quote(name) + "(\"|$)"))
                        .filter(written -> written.matcher(text).find())
                        .isPresent();
    }

    /** The name of a queue, where the template gives one. */
    static Optional<String> name(Element queue) {
        return queue.property("QueueName")
                .asText()
                .map(json -> json.replace("\"", ""))
                .filter(name -> !name.isEmpty() && !UnresolvedToken.isIn(name));
    }

    private static boolean notifies(Bucket bucket, Element queue) {
        return bucket.notifications().known().orElse(List.of()).stream()
                .map(Notification::target)
                .anyMatch(target -> mentions(target, queue));
    }
}
