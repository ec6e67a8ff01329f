package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
class PolicyVariableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${aws:username}",
                "${aws:PrincipalTag/team, 'none'}",
                "${aws:PrincipalTag/team, ''}",
                "${a:b, 'x, y'}"
            })
    void reads_and_writes_the_same(String text) {
        assertThat(PolicyVariable.parse(text.substring(2, text.length() - 1)).text())
                .isEqualTo(text);
    }

    @Test
    void separates_the_key_from_its_default() {
        assertThat(PolicyVariable.parse("aws:PrincipalTag/team ,'none' "))
                .isEqualTo(new PolicyVariable("aws:PrincipalTag/team", "none"));
        assertThat(PolicyVariable.parse("aws:username").defaultValue()).isNull();
    }
}
