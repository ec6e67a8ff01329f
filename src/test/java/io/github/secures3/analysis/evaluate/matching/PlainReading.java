package io.github.secures3.analysis.evaluate.matching;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Condition operators once more, by other means and only for the samples of {@link ConditionPredicateTest}. */
final class PlainReading {

    private static final Map<String, Double> SECONDS = Map.of(
            "2020-04-01T00:00:00Z",
            (double) Instant.parse("2020-04-01T00:00:00Z").getEpochSecond(),
            "1585699200",
            1585699200.0,
            "1585699199",
            1585699199.0,
            "2021",
            (double) Instant.parse("2021-01-01T00:00:00Z").getEpochSecond());

    private PlainReading() {}

    static String of(ConditionOperator operator, List<String> policy, List<String> request) {
        if (operator.comparison() == Comparison.NULL) {
            return text(policy.contains(request.isEmpty() ? "true" : "false"));
        }
        boolean nothing = request.isEmpty()
                || (operator.quantifier() != Quantifier.SINGLE
                        && String.join("", request).isEmpty());
        if (nothing) {
            boolean byDefault = switch (operator.quantifier()) {
                case SINGLE -> operator.comparison().text().contains("Not");
                case FOR_ALL_VALUES -> true;
                case FOR_ANY_VALUE -> false;
            };
            return text(operator.ifExists() || byDefault);
        }
        long satisfied = request.stream()
                .filter(value -> policy.stream().anyMatch(p -> fits(operator.comparison(), value, p))
                        != operator.comparison().text().contains("Not"))
                .count();
        return switch (operator.quantifier()) {
            case FOR_ALL_VALUES -> text(satisfied == request.size());
            case FOR_ANY_VALUE -> text(satisfied > 0);
            case SINGLE -> satisfied > 0 && satisfied < request.size() ? "UNKNOWN" : text(satisfied > 0);
        };
    }

    private static String text(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static boolean fits(Comparison comparison, String actual, String expected) {
        String name = comparison.text().replace("Not", "");
        return switch (comparison.kind()) {
            case STRING ->
                name.equals("StringLike")
                        ? actual.matches(regex(expected))
                        : name.endsWith("IgnoreCase") ? actual.equalsIgnoreCase(expected) : actual.equals(expected);
            case NUMERIC -> ordered(name.replace("Numeric", ""), number(actual), number(expected));
            case DATE ->
                ordered(
                        name.replace("Date", ""),
                        SECONDS.getOrDefault(actual, Double.NaN),
                        SECONDS.getOrDefault(expected, Double.NaN));
            case BOOL ->
                List.of("true", "false").contains(actual.toLowerCase(Locale.ROOT)) && actual.equalsIgnoreCase(expected);
            case BINARY -> actual.equals(expected) && !actual.isEmpty() && !actual.equals("?");
            case IP ->
                (actual.equals("203.0.113.7") && expected.equals("203.0.113.0/24"))
                        || (actual.equals("2001:db8::1") && expected.equals("2001:db8::/32"));
            case ARN -> arn(actual, expected);
            case NULL -> throw new IllegalStateException("handled before");
        };
    }

    private static boolean arn(String actual, String expected) {
        if (expected.equals("*")) {
            return true;
        }
        String[] given = actual.split(":", 6);
        String[] wanted = expected.split(":", 6);
        if (given.length != wanted.length) {
            return false;
        }
        for (int at = 0; at < wanted.length; at++) {
            if (!given[at].matches(regex(wanted[at]))) {
                return false;
            }
        }
        return true;
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }

    private static double number(String text) {
        return text.matches("-?[0-9.]+") ? Double.parseDouble(text) : Double.NaN;
    }

    private static boolean ordered(String name, double actual, double expected) {
        return switch (name) {
            case "Equals" -> actual == expected;
            case "LessThan" -> actual < expected;
            case "LessThanEquals" -> actual <= expected;
            case "GreaterThan" -> actual > expected;
            case "GreaterThanEquals" -> actual >= expected;
            default -> throw new IllegalStateException(name);
        };
    }
}
