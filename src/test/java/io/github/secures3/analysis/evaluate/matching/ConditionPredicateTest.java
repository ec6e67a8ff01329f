package io.github.secures3.analysis.evaluate.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Condition operators over missing, single and several values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued keys</a>
 */
class ConditionPredicateTest {

    private static final String KEY = "aws:PrincipalTag/x";

    /** Values of a policy and of requests for each kind of operator. */
    private static final Map<Comparison.Kind, List<List<String>>> SAMPLES = Map.of(
            Comparison.Kind.STRING, List.of(List.of("red", "b*", "B?ue"), List.of("red", "RED", "blue", "b*", "")),
            Comparison.Kind.NUMERIC, List.of(List.of("10", "2.5", "ten"), List.of("10", "10.0", "3", "-1", "x", "")),
            Comparison.Kind.DATE,
                    List.of(
                            List.of("2020-04-01T00:00:00Z", "1585699200", "soon"),
                            List.of("2020-04-01T00:00:00Z", "2021", "1585699199", "never", "")),
            Comparison.Kind.BOOL, List.of(List.of("true", "false", "yes"), List.of("true", "FALSE", "1", "")),
            Comparison.Kind.BINARY, List.of(List.of("QUI=", "QQ==", "?"), List.of("QUI=", "QUJD", "!", "")),
            Comparison.Kind.IP,
                    List.of(
                            List.of("203.0.113.0/24", "2001:db8::/32", "home"),
                            List.of("203.0.113.7", "203.0.114.7", "2001:db8::1", "AWS Internal", "")),
            Comparison.Kind.ARN,
                    List.of(
                            List.of("arn:aws:iam::*:role/R*", "arn:aws:s3:::data", "*"),
                            List.of("arn:aws:iam::111122223333:role/Reader", "arn:aws:s3:::data", "data", "")));

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void every_operator_agrees_with_a_plain_reading_on_all_small_shapes(Comparison comparison) {
        int compared = 0;
        for (ConditionOperator operator : operators(comparison)) {
            for (List<String> policy : policyShapes(comparison)) {
                for (List<String> request : requestShapes(comparison)) {
                    Truth actual = test(operator, policy, ContextValue.of(request));
                    String expected = PlainReading.of(operator, policy, request);
                    assertThat(actual.isUnknown() ? "UNKNOWN" : actual.toString())
                            .as("%s %s on %s", operator.text(), policy, request)
                            .isEqualTo(expected);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void an_unstated_key_is_unknown_and_named_under_every_operator(Comparison comparison) {
        for (ConditionOperator operator : operators(comparison)) {
            assertThat(test(operator, List.of("true"), ContextValue.UNKNOWN).reasons())
                    .as(operator.text())
                    .containsExactly("the context key " + KEY + " is not given");
        }
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "StringEquals, ${aws:username}, Bob, TRUE",
        "StringEquals, ${aws:username}, Eve, FALSE",
        "StringLike, home/${aws:username}/*, home/Bob/x, TRUE",
        "StringEquals, ${AWS:UserName}, Bob, TRUE",
        "StringLike, ${star}, anything, FALSE",
        "StringLike, ${star}, *, TRUE",
        "StringEquals, ${absent}, Bob, FALSE",
        "StringNotEquals, ${absent}, Bob, TRUE",
        "'StringEquals', '${absent, ''none''}', none, TRUE",
        "'StringEquals', '${aws:username, ''none''}', none, FALSE",
        "StringEquals, ${unknown}, Bob, UNKNOWN",
        "StringEquals, ${several}, a, UNKNOWN",
        "StringLike, a${*}b, a*b, TRUE",
        "StringLike, a${*}b, axb, FALSE",
        "StringLike, ${?}, ?, TRUE",
        "StringLike, a*B, axB, TRUE",
        "StringLike, a*B, axb, FALSE",
        "StringEqualsIgnoreCase, ${aws:username}S, bobs, TRUE",
        "StringEquals, ${aws:username}S, Bobs, FALSE",
        "StringLike, ${$}{x}, ${x}, TRUE",
        "ArnLike, arn:aws:iam::111122223333:user/${aws:username}, arn:aws:iam::111122223333:user/Bob, TRUE",
        "Bool, ${aws:username}, true, UNKNOWN",
        "NumericEquals, ${number}, 1, FALSE",
    })
    void policy_variables_stand_for_values_of_the_request(
            String operator, String value, String given, String expected) {
        assertThat(shown(withVariables(operator, value, given, PolicyVersion.V2012_10_17)))
                .isEqualTo(expected);
    }

    /**
     * Before 2012-10-17 there are no variables.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
     */
    @Test
    void in_the_earlier_language_a_variable_is_plain_text() {
        assertThat(shown(withVariables("StringEquals", "${aws:username}", "Bob", PolicyVersion.V2008_10_17)))
                .isEqualTo("FALSE");
        assertThat(shown(
                        withVariables("StringEquals", "${aws:username}", "${aws:username}", PolicyVersion.V2008_10_17)))
                .isEqualTo("TRUE");
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource({
        "StringEquals, ${Token[A]}, ${Token[A]}, TRUE",
        "StringEquals, ${Token[A]}, ${Token[B]}, UNKNOWN",
        "StringEquals, ${Token[A]}, x, UNKNOWN",
        "StringEquals, p-${Token[A]}, q-x, FALSE",
        "StringNotEquals, p-${Token[A]}, q-x, TRUE",
        "StringLike, ${Token[A]}/*, ${Token[A]}/x, TRUE",
        "StringLike, *, ${Token[A]}, TRUE",
        "NumericLessThan, 10, ${Token[A]}, UNKNOWN",
        "NumericLessThan, ${Token[A]}, x, FALSE",
        "DateLessThan, ${Token[A]}, 2020-01-01, UNKNOWN",
        "Bool, ${Token[A]}, true, UNKNOWN",
        "Bool, ${Token[A]}, maybe, FALSE",
        "BinaryEquals, ${Token[A]}, QQ==, UNKNOWN",
        "IpAddress, ${Token[A]}, 203.0.113.7, UNKNOWN",
        "IpAddress, ${Token[A]}, nowhere, FALSE",
        "ArnEquals, ${Token[A]}, arn:aws:s3:::data, UNKNOWN",
        "ArnEquals, arn:aws:s3:::${Token[A]}, arn:aws:sns:us-east-1:111122223333:t, FALSE",
        "Null, ${Token[A]}, x, UNKNOWN"
    })
    void unknown_values_are_unknown_unless_what_is_known_settles_it(
            String operator, String value, String given, String expected) {
        assertThat(shown(withVariables(operator, value, given, PolicyVersion.V2012_10_17)))
                .isEqualTo(expected);
    }

    private static List<ConditionOperator> operators(Comparison comparison) {
        List<ConditionOperator> all = new ArrayList<>();
        for (Quantifier quantifier : Quantifier.values()) {
            all.add(new ConditionOperator(quantifier, comparison, false));
            if (comparison != Comparison.NULL) {
                all.add(new ConditionOperator(quantifier, comparison, true));
            }
        }
        return all;
    }

    private static List<List<String>> policyShapes(Comparison comparison) {
        List<String> values = comparison == Comparison.NULL
                ? List.of("true", "false", "maybe")
                : samples(comparison).get(0);
        return shapes(values, false);
    }

    private static List<List<String>> requestShapes(Comparison comparison) {
        List<String> values = comparison == Comparison.NULL
                ? List.of("x", "")
                : samples(comparison).get(1);
        return shapes(values, true);
    }

    private static List<List<String>> samples(Comparison comparison) {
        return SAMPLES.getOrDefault(comparison.kind(), List.of());
    }

    private static List<List<String>> shapes(List<String> values, boolean none) {
        List<List<String>> all = new ArrayList<>();
        if (none) {
            all.add(List.of());
        }
        for (String one : values) {
            all.add(List.of(one));
            values.forEach(other -> all.add(List.of(one, other)));
        }
        return all;
    }

    private static Truth test(ConditionOperator operator, List<String> policy, ContextValue given) {
        Condition condition = Condition.of(operator, KEY, policy);
        return ConditionPredicate.of(condition, PolicyVersion.V2012_10_17).test(key -> given);
    }

    private static Truth withVariables(String operator, String value, String given, PolicyVersion version) {
        Condition condition = Condition.of(ConditionOperator.parse(operator).orElseThrow(), KEY, value);
        Map<String, ContextValue> context = Map.of(
                "aws:principaltag/x", ContextValue.of(given),
                "aws:username", ContextValue.of("Bob"),
                "star", ContextValue.of("*"),
                "number", ContextValue.of("1"),
                "several", ContextValue.of(List.of("a", "b")),
                "unknown", ContextValue.UNKNOWN);
        return ConditionPredicate.of(condition, version).test(key -> context.getOrDefault(key, ContextValue.ABSENT));
    }

    private static String shown(Truth truth) {
        return truth.isUnknown() ? "UNKNOWN" : truth.toString();
    }
}
