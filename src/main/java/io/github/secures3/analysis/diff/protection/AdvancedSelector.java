package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.model.DataEvents;
import io.github.secures3.analysis.model.DataResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An advanced event selector: fields that an event must have, each with an operator and values of which one must fit, or none where the operator
 * is a negation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudtrail-trail-advancedfieldselector.html">AdvancedFieldSelector</a>
 */
final class AdvancedSelector {

    private static final Map<String, Set<String>> ALL_MANAGEMENT = Map.of("eventCategory Equals", Set.of("Management"));

    private AdvancedSelector() {}

    /** Whether it takes all management events. */
    static boolean isAllManagement(DataEvents selector) {
        return fields(selector).equals(ALL_MANAGEMENT);
    }

    /** Whether it surely takes every event that the other takes. */
    static boolean covers(DataEvents selector, DataEvents other) {
        Map<String, Set<String>> theirs = fields(other);
        return fields(selector).entrySet().stream().allMatch(field -> {
            Set<String> values = theirs.getOrDefault(field.getKey(), Set.of());
            boolean negated = field.getKey().contains(" Not");
            return !values.isEmpty()
                    && (negated
                            ? values.containsAll(field.getValue())
                            : field.getValue().containsAll(values));
        });
    }

    static String text(DataEvents selector) {
        return fields(selector).entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Set<String>> fields(DataEvents selector) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (DataResource field : selector.resources().known().orElse(List.of())) {
            Set<String> values = fields.computeIfAbsent(field.type().asText().orElse(""), name -> new TreeSet<>());
            field.values()
                    .known()
                    .ifPresent(list ->
                            list.forEach(value -> values.add(value.asText().orElse(""))));
        }
        return fields;
    }
}
