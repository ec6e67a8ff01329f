package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyWriterTest {

    private static final Statement STATEMENT = Statement.deny("Mixed")
            .principals(Principals.of(Principal.aws("1"), Principal.service("s"), Principal.aws("2")))
            .actions("s3:*")
            .resources("a", "b")
            .when(Condition.bool("aws:SecureTransport", false))
            .when(Condition.of(Comparison.STRING_EQUALS, "k:x", "x"))
            .when(Condition.bool("aws:ViaAWSService", true))
            .build();

    @Test
    void groups_principals_by_type_and_conditions_by_operator() {
        assertThat(PolicyWriter.compact(PolicyDocument.of(STATEMENT)))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Mixed\",\"Effect\":\"Deny\","
                        + "\"Principal\":{\"AWS\":[\"1\",\"2\"],\"Service\":\"s\"},\"Action\":\"s3:*\",\"Resource\":[\"a\",\"b\"],"
                        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":false,\"aws:ViaAWSService\":true},"
                        + "\"StringEquals\":{\"k:x\":\"x\"}}}]}");
    }

    @Test
    void hands_out_plain_maps_in_the_same_order() {
        Map<String, Object> map = PolicyWriter.toMap(PolicyDocument.of(STATEMENT));

        assertThat(map.keySet()).containsExactly("Version", "Statement");
        assertThat(map.get("Statement")).isEqualTo(List.of(PolicyWriter.toMap(STATEMENT)));
        assertThat(PolicyWriter.toMap(STATEMENT).keySet())
                .containsExactly("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
        assertThat(PolicyWriter.toMap(STATEMENT).get("Condition"))
                .isEqualTo(Map.of(
                        "Bool",
                        Map.of("aws:SecureTransport", false, "aws:ViaAWSService", true),
                        "StringEquals",
                        Map.of("k:x", "x")));
    }

    @Test
    void gives_each_number_the_smallest_type_that_holds_it_exactly() {
        assertThat(numberOf("7")).isEqualTo(7);
        assertThat(numberOf("-2147483649")).isEqualTo(-2147483649L);
        assertThat(numberOf("12345678901234567890")).isEqualTo(new BigDecimal("12345678901234567890"));
        assertThat(numberOf("1.20")).isEqualTo(1.2);
        assertThat(numberOf("0.1")).isEqualTo(0.1);
        assertThat(numberOf("0.12345678901234567890123")).isEqualTo(new BigDecimal("0.12345678901234567890123"));
        assertThat(numberOf("1e400")).isEqualTo(new BigDecimal("1e400"));
        assertThatIllegalArgumentException().isThrownBy(() -> numberOf("1e9999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20", "12e-1", "-0", "12345678901234567890"})
    void keeps_the_digits_of_a_number_in_text(String digits) {
        assertThat(PolicyWriter.compact(PolicyDocument.of(comparing(digits)))).contains("{\"k:n\":" + digits + "}");
    }

    private static Statement comparing(String digits) {
        return Statement.deny("N")
                .actions("*")
                .when(new Condition(
                        ConditionOperator.of(Comparison.NUMERIC_EQUALS),
                        "k:n",
                        List.of(new ConditionValue(ConditionValue.Type.NUMBER, digits))))
                .build();
    }

    private static Object numberOf(String digits) {
        Map<?, ?> condition = (Map<?, ?>)
                Objects.requireNonNull(PolicyWriter.toMap(comparing(digits)).get("Condition"));
        Map<?, ?> keys = (Map<?, ?>) condition.values().iterator().next();
        return keys.values().iterator().next();
    }
}
