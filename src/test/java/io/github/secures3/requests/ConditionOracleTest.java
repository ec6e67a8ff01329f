package io.github.secures3.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
class ConditionOracleTest {

    /** Policy values and request values are separated by semicolons; no request value means that the key is absent. */
    @ParameterizedTest(name = "{0} {1} against {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            StringEquals               | a              | a            | true
            StringEquals               | a              | A            | false
            StringEquals               | a;b            | b            | true
            StringEquals               | a*             | ab           | false
            StringEquals               | a              |              | false
            StringEqualsIfExists       | a              |              | true
            StringNotEquals            | a;b            | b            | false
            StringNotEquals            | a;b            | c            | true
            StringNotEquals            | a              |              | true
            StringNotEqualsIfExists    | a              |              | true
            StringEqualsIgnoreCase     | a              | A            | true
            StringNotEqualsIgnoreCase  | a              | A            | false
            StringLike                 | a*             | ab           | true
            StringLike                 | a?             | a            | false
            StringNotLike              | a*             | ab           | false
            StringNotLike              | a*             |              | true
            Bool                       | true           | True         | true
            Bool                       | false          | true         | false
            Bool                       | false          |              | false
            BoolIfExists               | false          |              | true
            Null                       | true           |              | true
            Null                       | true           | a            | false
            Null                       | false          |              | false
            Null                       | false          | a            | true
            NumericLessThan            | 1.2            | 1.1          | true
            NumericLessThan            | 1.2            | 1.20         | false
            NumericLessThan            | 1.2            |              | false
            NumericLessThanEquals      | 1.2            | 1.20         | true
            NumericGreaterThan         | 600000         | 600001       | true
            NumericGreaterThan         | 600000         | 600000       | false
            NumericGreaterThanEquals   | 600000         | 600000       | true
            NumericEquals              | 10             | 10.0         | true
            NumericNotEquals           | 10             | 11           | true
            NumericNotEquals           | 10             |              | true
            IpAddress                  | 203.0.113.0/24 | 203.0.113.9  | true
            IpAddress                  | 203.0.113.0/24 | 203.0.114.9  | false
            IpAddress                  | 203.0.113.9    | 203.0.113.9  | true
            IpAddress                  | 203.0.113.0/24 | 2001:db8::1  | false
            IpAddress                  | 2001:db8::/32  | 2001:db8:1::1 | true
            IpAddress                  | 2001:db8::/32  | 2001:db9::1  | false
            NotIpAddress               | 203.0.113.0/24;2001:db8::/32 | 2001:db8::1 | false
            NotIpAddress               | 203.0.113.0/24 |              | true
            ArnLike                    | arn:aws:s3:::logs* | arn:aws:s3:::logs-1 | true
            ArnEquals                  | arn:aws:s3:::logs* | arn:aws:s3:::logs-1 | true
            ArnLike                    | arn:*:iam::*:role/a/* | arn:aws:iam::111122223333:role/a/b | true
            ArnLike                    | arn:*:iam:*:role/a:x:y | arn:aws:iam::111122223333:role/a | false
            ArnNotLike                 | arn:aws:iam::*:role/a | arn:aws:iam::111122223333:role/b | true
            ArnNotEquals               | arn:aws:s3:::a | arn:aws:s3:::a | false
            ArnNotLike                 | arn:aws:s3:::a |              | true
            ForAnyValue:StringEquals   | a;b            | c;b          | true
            ForAnyValue:StringEquals   | a;b            | c            | false
            ForAnyValue:StringEquals   | a              |              | false
            ForAllValues:StringEquals  | a;b            | a;b          | true
            ForAllValues:StringEquals  | a;b            | a;c          | false
            ForAllValues:StringEquals  | a              |              | true
            """)
    void reads_the_operators_as_aws_describes_them(
            String operator, String policy, @Nullable String request, boolean expected) {
        assertThat(holds(operator, policy, request)).isEqualTo(expected);
    }

    @Test
    void refuses_what_it_has_no_rule_for() {
        assertThatThrownBy(() -> holds("DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> holds("BinaryEquals", "QQ==", "QQ=="))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> holds("ArnLike", "arn:aws:*:role/a", "arn:aws:iam::111122223333:role/a"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> holds("StringEquals", "a", "a;b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> holds("StringLike", "${aws:username}", "a"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static boolean holds(String operator, String policy, @Nullable String request) {
        Condition condition =
                Condition.of(ConditionOperator.parse(operator).orElseThrow(), "aws:key", policy.split(";", -1));
        List<String> values = request == null ? List.of() : Arrays.asList(request.split(";", -1));
        return ConditionOracle.holds(condition, values);
    }
}
