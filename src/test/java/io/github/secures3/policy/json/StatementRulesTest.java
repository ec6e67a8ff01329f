package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.policy.PolicyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters a Sid takes, and which actions a resource control policy does. */
class StatementRulesTest {

    /**
     * Identity policies are strict, resource policies are not.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
     */
    @Test
    void a_sid_of_an_identity_policy_has_letters_and_digits_alone() {
        for (char c = ' '; c <= '~'; c++) {
            String sid = c == '"' || c == '\\' ? "a\\" + c : "a" + c;
            boolean allowed = Character.isLetterOrDigit(c);
            if (allowed) {
                assertThat(read(sid, PolicyType.IDENTITY)).isEqualTo("a" + c);
            } else {
                assertThatExceptionOfType(PolicySyntaxException.class)
                        .as(sid)
                        .isThrownBy(() -> read(sid, PolicyType.IDENTITY))
                        .withMessageContaining("only A-Z, a-z and 0-9 are allowed");
            }
            assertThat(read(sid, PolicyType.RESOURCE)).isEqualTo("a" + c);
        }
        assertThat(read("${Token[Sid]}", PolicyType.IDENTITY)).isEqualTo("${Token[Sid]}");
    }

    /**
     * A resource control policy names the services that it is about.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">RCP syntax</a>
     */
    @ParameterizedTest
    @ValueSource(strings = {"*", "s3*", "s?:GetObject", "*:GetObject", "GetObject", ":GetObject"})
    void an_action_of_a_resource_control_policy_names_a_service(String action) {
        assertThatExceptionOfType(PolicySyntaxException.class)
                .isThrownBy(() -> readControl(action))
                .withMessageContaining("'" + action + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:*", "kms:Decrypt", "${Token[Action]}"})
    void other_actions_are_taken(String action) {
        assertThat(readControl(action)).isEqualTo(action);
    }

    private static String read(String sid, PolicyType type) {
        String principal = type == PolicyType.RESOURCE ? "\"Principal\": \"*\", " : "";
        return String.valueOf(PolicyReader.read(
                        "{\"Statement\": {\"Sid\": \"" + sid + "\", \"Effect\": \"Allow\", " + principal
                                + "\"Action\": \"s3:*\", \"Resource\": \"*\"}}",
                        type)
                .statements()
                .get(0)
                .sid());
    }

    private static String readControl(String action) {
        return PolicyReader.read(
                        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\","
                                + " \"Action\": \""
                                + action + "\", \"Resource\": \"*\"}}",
                        PolicyType.RESOURCE_CONTROL)
                .statements()
                .get(0)
                .actions()
                .patterns()
                .get(0);
    }
}
