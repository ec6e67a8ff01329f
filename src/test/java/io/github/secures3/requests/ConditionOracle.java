package io.github.secures3.requests;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.ConditionValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whether a condition holds for the values that a request has under its key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class ConditionOracle {

    private ConditionOracle() {}

    static boolean holds(Condition condition, List<String> inRequest) {
        Comparison comparison = condition.operator().comparison();
        if (comparison == Comparison.NULL) {
            return condition.values().stream()
                    .anyMatch(value -> Boolean.parseBoolean(value.text()) == inRequest.isEmpty());
        }
        if (condition.operator().quantifier() == Quantifier.FOR_ALL_VALUES) {
            return inRequest.stream().allMatch(one -> fits(condition, one));
        }
        if (condition.operator().quantifier() == Quantifier.FOR_ANY_VALUE) {
            return inRequest.stream().anyMatch(one -> fits(condition, one));
        }
        if (inRequest.isEmpty()) {
            // "If the policy condition requires that the key is not matched ... the condition is true."
            return condition.operator().ifExists() || comparison.isNegated();
        }
        if (inRequest.size() > 1) {
            throw new UnsupportedOperationException(condition.key() + " holds several values, the operator reads one");
        }
        return fits(condition, inRequest.get(0));
    }

    /** Several values in the policy are OR; under a negated operator none of them may match. */
    private static boolean fits(Condition condition, String inRequest) {
        Comparison comparison = condition.operator().comparison();
        boolean anyMatch = condition.values().stream()
                .map(ConditionValue::text)
                .anyMatch(inPolicy -> matches(comparison, inPolicy, inRequest));
        return anyMatch != comparison.isNegated();
    }

    /** Whether one value matches, before negation. */
    private static boolean matches(Comparison comparison, String inPolicy, String inRequest) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> inPolicy.equals(inRequest);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> inPolicy.equalsIgnoreCase(inRequest);
            case STRING_LIKE, STRING_NOT_LIKE ->
                StatementOracle.glob(inPolicy, 0).matcher(inRequest).matches();
            case BOOL -> inPolicy.equalsIgnoreCase(inRequest);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> compare(inRequest, inPolicy) == 0;
            case NUMERIC_LESS_THAN -> compare(inRequest, inPolicy) < 0;
            case NUMERIC_LESS_THAN_EQUALS -> compare(inRequest, inPolicy) <= 0;
            case NUMERIC_GREATER_THAN -> compare(inRequest, inPolicy) > 0;
            case NUMERIC_GREATER_THAN_EQUALS -> compare(inRequest, inPolicy) >= 0;
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> arnMatches(inPolicy, inRequest);
            case IP_ADDRESS, NOT_IP_ADDRESS -> isWithin(inPolicy, inRequest);
            default -> throw new UnsupportedOperationException(comparison.text());
        };
    }

    private static int compare(String inRequest, String inPolicy) {
        return new BigDecimal(inRequest).compareTo(new BigDecimal(inPolicy));
    }

    /** Each of the six parts between colons is compared on its own. */
    private static boolean arnMatches(String inPolicy, String inRequest) {
        String[] patterns = inPolicy.split(":", 6);
        String[] parts = inRequest.split(":", 6);
        if (patterns.length < 6) {
            throw new UnsupportedOperationException("'" + inPolicy + "' is no ARN pattern");
        }
        boolean all = parts.length == 6;
        for (int i = 0; all && i < 6; i++) {
            all = StatementOracle.glob(patterns[i], 0).matcher(parts[i]).matches();
        }
        return all;
    }

    private static boolean isWithin(String range, String address) {
        String[] parts = range.split("/", 2);
        byte[] network = bytes(parts[0]);
        byte[] host = bytes(address);
        int bits = network.length * 8;
        int length = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
        return network.length == host.length
                && new BigInteger(1, network)
                        .shiftRight(bits - length)
                        .equals(new BigInteger(1, host).shiftRight(bits - length));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
