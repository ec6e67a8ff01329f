package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds queues of a template that receive events of buckets and that nothing in the templates reads, and pipes that pass such events on to an event bus
 * where no rule waits for them: what happened is written down, and nobody learns of it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">Event notifications</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html">EventBridge Pipes</a>
 * @since 0.1
 */
public final class EventQueueRead implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "event-queue.read",
                    Severity.NOTE,
                    "Events of buckets that wait in a queue reach somebody",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html")
            .build();

    private static final Pattern SOURCE = Pattern.compile("\"Source\":\"([^\"]+)\"");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        EventQueues queues = EventQueues.of(context.estate());
        for (Element queue : queues.receiving()) {
            List<Element> pipes = queues.of("AWS::Pipes::Pipe").stream()
                    .filter(pipe -> EventQueues.mentions(pipe.property("Source"), queue))
                    .toList();
            boolean function = queues.of("AWS::Lambda::EventSourceMapping").stream()
                    .anyMatch(mapping -> EventQueues.mentions(mapping.property("EventSourceArn"), queue));
            if (pipes.isEmpty() && !function) {
                claims.add(claims.violated(
                        queue,
                        "nothing in the templates reads the events that buckets send to the queue",
                        "add an AWS::Pipes::Pipe or an AWS::Lambda::EventSourceMapping with the queue as its source"));
            }
            pipes.forEach(pipe -> requireRule(queues, pipe, claims));
        }
    }

    /** Events that a pipe puts on a bus under a source of its own need a rule that waits for this source. */
    private static void requireRule(EventQueues queues, Element pipe, Claims claims) {
        Matcher source =
                SOURCE.matcher(pipe.property("TargetParameters").asText().orElse(""));
        if (source.find()
                && queues.of("AWS::Events::Rule").stream().noneMatch(rule -> waitsFor(rule, source.group(1)))) {
            claims.add(claims.violated(
                    pipe,
                    "no enabled rule with a target waits for the events of the source " + source.group(1),
                    "add an AWS::Events::Rule with this source in its pattern, enabled and with a target"));
        }
    }

    private static boolean waitsFor(Element rule, String source) {
        Value<String> state = rule.property("State");
        return !state.asText().filter(text -> text.contains("DISABLED")).isPresent()
                && !rule.property("Targets").isAbsent()
                && rule.property("EventPattern")
                        .asText()
                        .filter(pattern -> pattern.contains("\"" + source + "\""))
                        .isPresent();
    }
}
