package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
class ConditionOperatorTest {

    @ParameterizedTest
    @EnumSource
    void reads_every_combination_that_it_writes_in_any_case(Comparison comparison) {
        Set<String> texts = new HashSet<>();
        for (ConditionOperator.Quantifier quantifier : ConditionOperator.Quantifier.values()) {
            for (boolean ifExists :
                    comparison == Comparison.NULL ? new boolean[] {false} : new boolean[] {false, true}) {
                ConditionOperator operator = new ConditionOperator(quantifier, comparison, ifExists);

                assertThat(ConditionOperator.parse(operator.text())).contains(operator);
                assertThat(ConditionOperator.parse(operator.text().toUpperCase(Locale.ROOT)))
                        .contains(operator);
                assertThat(texts.add(operator.text())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IfExists",
                "NullIfExists",
                "ForAllValues:NullIfExists",
                "ForAllValues:",
                "ForAnyValue:ForAllValues:Bool",
                "BoolIfExistsIfExists",
                " Bool",
                "ForAnyValue: Bool",
                "StringEqualsIfExist"
            })
    void reads_nothing_that_aws_does_not_have(String text) {
        assertThat(ConditionOperator.parse(text)).isEmpty();
    }

    @Test
    void spells_operators_as_the_reference_does() {
        assertThat(ConditionOperator.forAnyValue(Comparison.STRING_LIKE).text()).isEqualTo("ForAnyValue:StringLike");
        assertThat(ConditionOperator.forAllValues(Comparison.ARN_NOT_EQUALS).text())
                .isEqualTo("ForAllValues:ArnNotEquals");
        assertThat(ConditionOperator.ifExists(Comparison.BOOL).text()).isEqualTo("BoolIfExists");
        assertThatIllegalArgumentException().isThrownBy(() -> ConditionOperator.ifExists(Comparison.NULL));
    }
}
