package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions a request fulfils only with a key whose value they name. */
class DemandedKeysTest {

    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:SourceAccount, 111122223333",
        "NumericEquals, aws:SourceAccount, 111122223333",
        "StringLike, AWS:sourceaccount, 111122223333",
        "StringEquals, aws:SourceAccount, ${aws:ResourceAccount}",
        "ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-exampleorgid/*",
        "ArnLike, aws:SourceArn, arn:aws:s3:::amzn-s3-demo-*",
        "StringLike, sts:ExternalId, example-*",
        "ArnLike, s3:DataAccessPointArn, arn:aws:s3:*:111122223333:accesspoint/*",
        "StringEquals, s3:DataAccessPointArn, ${Token[Stack.Point.Arn]}"
    })
    void a_value_that_is_named_is_demanded(String operator, String key, String value) {
        assertThat(isDemanded(operator, key, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Null, aws:SourceAccount, true",
        "Null, aws:SourceAccount, false",
        "StringNotEquals, aws:SourceAccount, 444455556666",
        "StringEqualsIfExists, aws:SourceAccount, 111122223333",
        "ForAllValues:StringEquals, aws:SourceAccount, 111122223333",
        "StringLike, aws:SourceAccount, 1111*",
        "NumericGreaterThan, aws:SourceAccount, 0",
        "ForAnyValue:StringLike, aws:PrincipalOrgPaths, o-*/*",
        "ArnLike, aws:SourceArn, *:*:*:*:*:*",
        "StringLike, sts:ExternalId, ?*",
        "ArnLike, s3:DataAccessPointArn, arn:aws:s3:*:*:accesspoint/*"
    })
    void a_condition_that_names_nothing_demands_nothing(String operator, String key, String value) {
        assertThat(isDemanded(operator, key, value)).isFalse();
    }

    private static boolean isDemanded(String operator, String key, String value) {
        return DemandedKeys.isDemand(
                Condition.of(ConditionOperator.parse(operator).orElseThrow(), key, value),
                Set.of(key.toLowerCase(Locale.ROOT)));
    }
}
