package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.FilterRule;
import io.github.secures3.analysis.model.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which events of a bucket go to which function, queue or topic.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">Event notifications</a>
 * @since 0.1
 */
public final class EventNotifications implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("notifications", "events go on reaching whom they reached", Kind.PROTECTION, Severity.WARNING);
    private static final Items<Notification> ITEMS = Items.ofProtection(
            FACT, "notification", EventNotifications::text, "notify again, or make sure that nobody listens");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            changes.addAll(
                    ITEMS.compare(pair, pair.base().notifications(), pair.head().notifications()));
        }
        return changes;
    }

    private static String text(Notification notification) {
        String filters = notification
                .filters()
                .known()
                .map(EventNotifications::filters)
                .orElse(notification.filters().asText().orElse(""));
        return "of " + notification.event().asText().orElse("")
                + (filters.isEmpty() ? "" : " for keys with " + filters) + " to "
                + notification.target().asText().orElse("");
    }

    private static String filters(List<FilterRule> rules) {
        return rules.stream()
                .map(rule -> rule.name().asText().orElse("").toLowerCase(java.util.Locale.ROOT) + " "
                        + rule.value().asText().orElse(""))
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
