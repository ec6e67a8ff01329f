package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.GlobalConditionKeys;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads under which condition an invariant holds, in the form of the {@code Condition} element of policies. */
final class WhenReader {

    private static final String S3 = "s3:";

    private WhenReader() {}

    /** The conditions of a block, which requests for the actions can fulfil. */
    static List<Condition> read(Entry block, List<ActionDefinition> actions) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Entry> operator :
                Members.of(block, "'when'").all().entrySet()) {
            ConditionOperator known = ConditionOperator.parse(operator.getKey())
                    .orElseThrow(() -> operator.getValue()
                            .problem("'" + operator.getKey()
                                    + "' is no condition operator; write one such as StringEquals, with ForAnyValue: or"
                                    + " ForAllValues: before and IfExists after"));
            Members.of(operator.getValue(), known.text()).all().forEach((key, values) -> {
                requireKey(key, values, actions);
                conditions.add(new Condition(known, key, values(values)));
            });
        }
        return conditions;
    }

    private static List<ConditionValue> values(Entry values) {
        return Members.each(values).stream()
                .map(value -> ConditionValue.of(value.text()
                        .orElseThrow(() -> value.problem(
                                "a condition takes a text, a number, true or false, not " + value.shown()))))
                .toList();
    }

    /** A key that no request carries would make an invariant hold for nothing. */
    private static void requireKey(String key, Entry at, List<ActionDefinition> actions) {
        ServiceCatalog s3 = ServiceCatalog.s3();
        boolean global = GlobalConditionKeys.find(key).isPresent();
        if (!global && s3.conditionKey(key).isEmpty()) {
            List<String> close = new ArrayList<>(GlobalConditionKeys.suggest(key));
            close.addAll(s3.suggestConditionKey(key));
            throw at.problem("'" + key + "' is no condition key of Amazon S3, nor one that exists for every service"
                    + (close.isEmpty() ? "" : "; did you mean " + String.join(", ", close) + "?"));
        }
        boolean carried = global
                || !key.regionMatches(true, 0, S3, 0, S3.length())
                || actions.stream()
                        .anyMatch(action -> s3.conditionKeysOf(action).stream().anyMatch(known -> known.matches(key)));
        if (!carried) {
            throw at.problem("no request for the actions under 'do' carries " + key
                    + ", so the invariant would say nothing; name actions that do");
        }
    }
}
