package io.github.secures3.policy.json;

import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Writes policy documents as JSON text or as plain Java maps, always in the same order.
 *
 * <p>The order is Version, Id, Statement, and within a statement Sid, Effect, Principal, Action, Resource, Condition. {@code Statement} is
 * always a list; any other list of one is written as its single value. Principals are grouped by type and conditions by operator, in the order
 * in which type and operator first appear.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 * @since 0.1
 */
public final class PolicyWriter {

    private PolicyWriter() {}

    /** The document as text for people and for version control: indented by two spaces, line feeds, one at the end too. */
    public static String canonical(PolicyDocument document) {
        return JsonText.pretty(PolicyTree.of(document, value -> value)) + "\n";
    }

    /** The document as text without white space outside strings. */
    public static String compact(PolicyDocument document) {
        return JsonText.compact(PolicyTree.of(document, value -> value));
    }

    /**
     * The document as maps, lists, strings, booleans and numbers, in the order of the text.
     *
     * <p>A number is an Integer or a Long where it is whole and fits, a Double where that is exact, else a BigDecimal.
     *
     * @throws IllegalArgumentException if a condition compares with a number that no BigDecimal can hold
     */
    public static Map<String, Object> toMap(PolicyDocument document) {
        return PolicyTree.of(document, PolicyWriter::plain);
    }

    /**
     * One statement as maps, lists, strings, booleans and numbers, in the order of the text.
     *
     * @throws IllegalArgumentException if a condition compares with a number that no BigDecimal can hold
     */
    public static Map<String, Object> toMap(Statement statement) {
        return PolicyTree.of(statement, PolicyWriter::plain);
    }

    private static Object plain(ConditionValue value) {
        return switch (value.type()) {
            case STRING -> value.text();
            case BOOLEAN -> Boolean.valueOf(value.text());
            case NUMBER -> number(value.text());
        };
    }

    private static Number number(String text) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(text);
        } catch (NumberFormatException tooWide) {
            throw new IllegalArgumentException(
                    "the number " + Shown.shortened(text) + " is out of range; its exponent must fit an int", tooWide);
        }
        if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) && exact.precision() < 20) {
            return whole(exact);
        }
        double nearest = exact.doubleValue();
        boolean same = Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0;
        // A negative zero has no sign as a BigDecimal, so it stays a Double.
        return same ? (Number) Double.valueOf(text) : exact;
    }

    private static Number whole(BigDecimal exact) {
        BigDecimal smallest = BigDecimal.valueOf(Long.MIN_VALUE);
        BigDecimal largest = BigDecimal.valueOf(Long.MAX_VALUE);
        if (exact.compareTo(smallest) < 0 || exact.compareTo(largest) > 0) {
            return exact;
        }
        long whole = exact.longValueExact();
        return whole == (int) whole ? (Number) Integer.valueOf((int) whole) : (Number) Long.valueOf(whole);
    }
}
