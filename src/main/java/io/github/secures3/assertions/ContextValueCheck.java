package io.github.secures3.assertions;

import io.github.secures3.analysis.evaluate.matching.IpRange;
import io.github.secures3.analysis.evaluate.matching.TypedText;
import io.github.secures3.policy.catalog.ConditionKey;
import io.github.secures3.policy.catalog.ConditionKeyType;
import io.github.secures3.policy.catalog.GlobalConditionKeys;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Optional;

/** Refuses values that a context key never has: no condition would match them, so that the answer says nothing about requests that somebody can make. */
final class ContextValueCheck {

    private ContextValueCheck() {}

    /**
     * Checks the values of a key; texts, ARNs and bytes are not looked into, nor are keys that no catalog knows.
     *
     * @throws IllegalArgumentException if the key never has them
     */
    static void require(String contextKey, List<String> values) {
        Optional<ConditionKey> known = GlobalConditionKeys.find(contextKey).or(() -> ofService(contextKey));
        if (known.isEmpty()) {
            return;
        }
        ConditionKey key = known.get();
        if (values.size() > 1 && !key.multivalued()) {
            throw new IllegalArgumentException(
                    contextKey + " has one value in a request, not " + String.join(", ", values) + "; give one");
        }
        for (String value : values) {
            if (key.types().stream().noneMatch(type -> fits(type, value))) {
                throw new IllegalArgumentException(
                        "'" + value + "' is no value of " + contextKey + "; write " + example(key.type()));
            }
        }
    }

    private static Optional<ConditionKey> ofService(String contextKey) {
        return ServiceCatalog.of(contextKey.substring(0, contextKey.indexOf(':')))
                .flatMap(service -> service.conditionKey(contextKey));
    }

    private static boolean fits(ConditionKeyType type, String value) {
        return switch (type) {
            case BOOL -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case NUMERIC -> TypedText.number(value).isPresent();
            case DATE -> TypedText.instant(value).isPresent();
            case IP_ADDRESS -> value.indexOf('/') < 0 && IpRange.find(value).isPresent();
            case STRING, ARN, BINARY -> true;
        };
    }

    private static String example(ConditionKeyType type) {
        return switch (type) {
            case BOOL -> "true or false";
            case NUMERIC -> "a number, such as 1000";
            case DATE -> "a point in time, such as 2026-11-30T12:00:00Z";
            case IP_ADDRESS -> "one address, such as 203.0.113.9";
            case STRING, ARN, BINARY -> "another";
        };
    }
}
