package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.PolicyVersion;

/**
 * One value of a condition, ready to be compared with one value of a request.
 *
 * <p>A negated operator is compared as its positive twin; {@link ConditionPredicate} turns the answer round. A value that is not of the
 * operator's type, on either side, equals nothing.
 */
interface ValueTest {

    /** Whether the request's value fits. */
    Truth fits(String actual, ContextView context);

    /** Prepares a value of a policy for an operator other than {@code Null}. */
    static ValueTest of(Comparison comparison, String value, PolicyVersion version) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> TextPattern.exact(value, version)::matches;
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                TextPattern.exactIgnoringCase(value, version)::matches;
            case STRING_LIKE, STRING_NOT_LIKE -> TextPattern.like(value, version)::matches;
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnPattern.condition(value, version)::matches;
            case BOOL -> new BoolTest(value, version);
            case BINARY_EQUALS -> new BinaryTest(value);
            case IP_ADDRESS, NOT_IP_ADDRESS -> new IpAddressTest(value);
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> new NumericTest(Order.of(comparison), value);
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> new DateTest(Order.of(comparison), value);
            case NULL -> throw new IllegalArgumentException("Null looks at no value");
        };
    }
}
