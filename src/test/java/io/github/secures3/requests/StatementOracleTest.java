package io.github.secures3.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
class StatementOracleTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/Reader";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Reader/alice";
    private static final TestRequest READ = TestRequest.byIdentity(ROLE, "s3:GetObject", "arn:aws:s3:::data/a/b:c");

    @ParameterizedTest
    @CsvSource({
        "s3:*, true",
        "S3:getobject, true",
        "s3:GetObject?, false",
        "s3:Get*, true",
        "s3:Put*, false",
        "kms:*, false",
        "*, true"
    })
    void reads_actions_as_wildcards_without_regard_to_case(String pattern, boolean expected) {
        Statement statement = allow().actions(pattern).build();

        assertThat(StatementOracle.matches(statement, READ)).isEqualTo(expected);
        assertThat(StatementOracle.matches(
                        allow().actions(Actions.allExcept(pattern)).build(), READ))
                .isEqualTo(!expected);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::data, false",
        "arn:aws:s3:::data/*, true",
        "arn:aws:s3:::DATA/*, false",
        "arn:aws:s3:::data/a/b?c, true",
        "*, true"
    })
    void reads_resources_as_wildcards_with_regard_to_case(String pattern, boolean expected) {
        assertThat(StatementOracle.matches(allow().resources(pattern).build(), READ))
                .isEqualTo(expected);
        assertThat(StatementOracle.matches(
                        allow().resources(Resources.allExcept(pattern)).build(), READ))
                .isEqualTo(!expected);
    }

    @Test
    void knows_everyone_accounts_roles_their_sessions_and_services() {
        TestRequest session =
                TestRequest.byIdentity(SESSION, "s3:GetObject", READ.resource()).with("aws:PrincipalArn", ROLE);
        TestRequest service = TestRequest.byService("logging.s3.amazonaws.com", "s3:GetObject", READ.resource());
        TestRequest anyone = TestRequest.byAnyone("s3:GetObject", READ.resource());

        assertThat(new TestRequest[] {READ, session, service, anyone}).allMatch(r -> isMeant(Principal.everyone(), r));
        assertThat(new TestRequest[] {READ, session}).allMatch(r -> isMeant(Principal.aws("111122223333"), r));
        assertThat(new TestRequest[] {READ, session}).allMatch(r -> isMeant(Principal.aws(ROLE), r));
        assertThat(isMeant(Principal.aws("arn:aws:iam::111122223333:root"), session))
                .isTrue();
        assertThat(isMeant(Principal.aws("444455556666"), READ)).isFalse();
        assertThat(isMeant(Principal.aws(SESSION), READ)).isFalse();
        assertThat(isMeant(Principal.aws("111122223333"), anyone)).isFalse();
        assertThat(isMeant(Principal.service("logging.s3.amazonaws.com"), service))
                .isTrue();
        assertThat(isMeant(Principal.service("s3.amazonaws.com"), service)).isFalse();
    }

    @Test
    void asks_for_all_conditions_and_finds_keys_in_any_case() {
        Statement statement = allow().when(Condition.bool("AWS:securetransport", true))
                .when(Condition.of(Comparison.NUMERIC_LESS_THAN, "s3:TlsVersion", "1.2"))
                .build();

        assertThat(StatementOracle.matches(statement, READ)).isFalse();
        assertThat(StatementOracle.matches(statement, READ.with("S3:TLSVERSION", "1.1")))
                .isTrue();
        assertThat(StatementOracle.matches(statement, READ.without("s3:tlsversion")))
                .isFalse();
    }

    @Test
    void refuses_principals_that_it_has_no_rule_for() {
        assertThatThrownBy(() -> isMeant(Principal.federated("accounts.example.com"), READ))
                .isInstanceOf(UnsupportedOperationException.class);
        Statement others =
                allow().principals(Principals.allExcept(Principal.aws(ROLE))).build();
        assertThatThrownBy(() -> StatementOracle.matches(others, READ))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void lets_a_deny_win_over_an_allow_and_nothing_over_both() {
        Statement allow = allow().build();
        Statement deny = Statement.deny("No").everyone().actions("s3:GetObject").build();

        assertThat(PolicyOracle.allows(PolicyDocument.of(allow), READ)).isTrue();
        assertThat(PolicyOracle.denies(PolicyDocument.of(allow), READ)).isFalse();
        assertThat(PolicyOracle.allows(PolicyDocument.of(allow, deny), READ)).isFalse();
        assertThat(PolicyOracle.denies(PolicyDocument.of(allow, deny), READ)).isTrue();
        assertThat(PolicyOracle.allows(PolicyDocument.of(), READ)).isFalse();
        assertThat(PolicyOracle.denies(PolicyDocument.of(), READ)).isFalse();
    }

    private static boolean isMeant(Principal principal, TestRequest request) {
        return StatementOracle.matches(
                allow().principals(Principals.of(principal)).build(), request);
    }

    private static Statement.Builder allow() {
        return Statement.allow("Yes").everyone().actions("s3:*");
    }
}
