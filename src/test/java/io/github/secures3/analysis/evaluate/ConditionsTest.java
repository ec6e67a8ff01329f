package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.USER;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What conditions come to in a decision, where reading them as one would expect goes wrong.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
class ConditionsTest {

    /**
     * An absent key fails what asks for a value and satisfies what asks for another one.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists">
     *     IfExists</a>
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null">
     *     Null</a>
     */
    @ParameterizedTest(name = "{0} {1} {2}: satisfied by absence {3}")
    @CsvSource({
        "StringEquals, aws:SourceVpce, vpce-1a2b3c4d, false",
        "StringNotEquals, aws:SourceVpce, vpce-1a2b3c4d, true",
        "StringEqualsIgnoreCase, aws:SourceVpce, VPCE-1A2B3C4D, false",
        "StringNotEqualsIgnoreCase, aws:SourceVpce, VPCE-1A2B3C4D, true",
        "StringLike, aws:SourceVpce, *, false",
        "StringNotLike, aws:SourceVpce, *, true",
        "ArnLike, aws:SourceArn, *, false",
        "ArnNotLike, aws:SourceArn, *, true",
        "ArnEquals, aws:SourceArn, arn:aws:sns:us-east-1:111122223333:t, false",
        "ArnNotEquals, aws:SourceArn, arn:aws:sns:us-east-1:111122223333:t, true",
        "IpAddress, aws:SourceIp, 0.0.0.0/0, false",
        "NotIpAddress, aws:SourceIp, 0.0.0.0/0, true",
        "NumericLessThan, s3:max-keys, 10, false",
        "NumericEquals, s3:max-keys, 10, false",
        "NumericNotEquals, s3:max-keys, 10, true",
        "DateGreaterThan, aws:TokenIssueTime, 2020-04-01T00:00:00Z, false",
        "DateNotEquals, aws:TokenIssueTime, 2020-04-01T00:00:00Z, true",
        "Bool, aws:MultiFactorAuthPresent, false, false",
        "BoolIfExists, aws:MultiFactorAuthPresent, false, true",
        "StringEqualsIfExists, aws:SourceVpce, vpce-1a2b3c4d, true",
        "Null, aws:SourceVpce, true, true",
        "Null, aws:SourceVpce, false, false"
    })
    void absence_fails_what_asks_for_a_value_and_satisfies_what_asks_for_another(
            String operator, String key, String value, boolean satisfied) {
        assertThat(by(SESSION).identity(allowIf(operator, key, value)).outcome())
                .as("an Allow grants to requests that lack the key")
                .isEqualTo(satisfied ? ALLOWED : IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyIf(operator, key, value))
                        .outcome())
                .as("a Deny hits requests that lack the key")
                .isEqualTo(satisfied ? EXPLICITLY_DENIED : ALLOWED);
    }

    /**
     * Several values: one of them for a positive operator, none of them for a negated one.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
     *     Conditions with several keys or values</a>
     */
    @Test
    void of_several_values_one_is_enough_and_under_a_negated_operator_none_may_be_it() {
        String[] teams = {"red", "blue"};
        assertThat(tagged("red")
                        .identity(allowIf("StringEquals", "aws:PrincipalTag/team", teams))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(tagged("green")
                        .identity(allowIf("StringEquals", "aws:PrincipalTag/team", teams))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(tagged("red")
                        .identity(allowIf("StringNotEquals", "aws:PrincipalTag/team", teams))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(tagged("green")
                        .identity(allowIf("StringNotEquals", "aws:PrincipalTag/team", teams))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * Several keys and several operators all have to hold.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
     *     Conditions with several keys or values</a>
     */
    @Test
    void of_several_keys_all_must_hold() {
        Statement both = Statement.allow("A")
                .actions("s3:*")
                .resources("*")
                .when(condition("StringEquals", "aws:PrincipalTag/team", "red"))
                .when(condition("StringEquals", "aws:PrincipalTag/level", "senior"))
                .build();
        assertThat(tagged("red").identity(both).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(tagged("red")
                        .with("aws:PrincipalTag/level", "senior")
                        .identity(both)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * {@code ForAllValues} holds for a request without the key, which makes it risky with Allow; {@code ForAnyValue} does not.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
     *     Single-valued and multivalued context keys</a>
     */
    @Test
    void for_all_values_holds_without_the_key_and_for_any_value_does_not() {
        Statement all = allowIf("ForAllValues:StringEquals", "aws:TagKeys", "team", "level");
        Statement any = allowIf("ForAnyValue:StringEquals", "aws:TagKeys", "team", "level");
        assertThat(by(SESSION).identity(all).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).identity(any).outcome()).isEqualTo(IMPLICITLY_DENIED);
        Scene some = by(SESSION).with("aws:TagKeys", "team", "owner");
        assertThat(some.identity(all).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(some.identity(any).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).with("aws:TagKeys", "team").identity(all).outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION).with("aws:TagKeys", "owner").identity(any).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    /**
     * A request through a VPC endpoint has no source IP, so a Deny for all but some addresses hits it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip">
     *     aws:SourceIp</a>
     */
    @Test
    void through_an_endpoint_a_deny_for_other_addresses_hits_unless_it_spares_the_endpoint() {
        Condition elsewhere = condition("NotIpAddress", "aws:SourceIp", "203.0.113.0/24");
        Statement byAddress = Statement.deny("D")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(elsewhere)
                .build();
        Statement sparingEndpoints = Statement.deny("D")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(elsewhere)
                .when(condition("StringNotEqualsIfExists", "aws:SourceVpc", "vpc-1a2b3c"))
                .when(Condition.absent("aws:SourceVpc"))
                .build();
        Scene direct = by(SESSION).incomplete().identity(allow()).with("aws:SourceIp", "203.0.113.7");
        assertThat(direct.bucketPolicy(byAddress).outcome()).isEqualTo(ALLOWED);
        Scene endpoint = by(SESSION)
                .incomplete()
                .identity(allow())
                .with("aws:SourceVpce", "vpce-1a2b3c4d")
                .with("aws:SourceVpc", "vpc-1a2b3c");
        assertThat(endpoint.bucketPolicy(byAddress).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(endpoint.bucketPolicy(sparingEndpoints).outcome()).isEqualTo(ALLOWED);
    }

    /**
     * A Deny that spares AWS services must hold without the key, or anonymous requests, which lack it, slip out.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice">
     *     aws:PrincipalIsAWSService</a>
     */
    @Test
    void sparing_aws_services_with_plain_bool_spares_anonymous_callers_too() {
        for (String operator : new String[] {"BoolIfExists", "Bool"}) {
            Statement[] policy = {allowTo(Principal.everyone()), denyIf(operator, "aws:PrincipalIsAWSService", "false")
            };
            assertThat(by(SERVICE).bucketPolicy(policy).outcome()).as(operator).isEqualTo(ALLOWED);
            assertThat(by(USER).bucketPolicy(policy).outcome()).as(operator).isEqualTo(EXPLICITLY_DENIED);
            assertThat(by("anonymous").bucketPolicy(policy).outcome())
                    .as(operator)
                    .isEqualTo(operator.equals("Bool") ? ALLOWED : EXPLICITLY_DENIED);
        }
    }

    /**
     * A service that acts for a principal is that principal, via a service.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-viaawsservice">
     *     aws:ViaAWSService</a>
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</a>
     */
    @Test
    void a_forward_access_session_is_spared_by_via_aws_service_and_not_as_a_service() {
        Statement spareServices = denyIf("BoolIfExists", "aws:PrincipalIsAWSService", "false");
        Statement spareForwarded = denyIf("BoolIfExists", "aws:ViaAWSService", "false");
        Scene forwarded = by(SESSION).identity(allow()).with("aws:CalledVia", "athena.amazonaws.com");
        assertThat(forwarded.bucketPolicy(spareServices).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(forwarded.bucketPolicy(spareForwarded).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).identity(allow()).bucketPolicy(spareForwarded).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    /**
     * Under {@code aws:PrincipalArn} a session goes by its role's ARN, which the Principal element tells apart.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn">
     *     aws:PrincipalArn</a>
     */
    @Test
    void a_session_goes_by_its_role_under_principal_arn() {
        String sessions = "arn:aws:sts::111122223333:assumed-role/Reader/*";
        Scene session = by(SESSION);
        assertThat(session.bucketPolicy(grantIf("ArnEquals", "aws:PrincipalArn", Scene.ROLE))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(session.bucketPolicy(grantIf("ArnLike", "aws:PrincipalArn", sessions))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(session.bucketPolicy(allowTo(SESSION)).outcome()).isEqualTo(ALLOWED);
        assertThat(session.bucketPolicy(allowTo("arn:aws:sts::111122223333:assumed-role/Reader/bob"))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    private static Scene tagged(String team) {
        return by(SESSION).with("aws:PrincipalTag/team", team);
    }

    private static Statement allowIf(String operator, String key, String... values) {
        return Statement.allow("A")
                .actions("s3:*")
                .resources("*")
                .when(condition(operator, key, values))
                .build();
    }

    private static Statement grantIf(String operator, String key, String... values) {
        return Statement.allow("A")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(condition(operator, key, values))
                .build();
    }

    private static Statement denyIf(String operator, String key, String... values) {
        return Statement.deny("D")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(condition(operator, key, values))
                .build();
    }

    private static Condition condition(String operator, String key, String... values) {
        return Condition.of(ConditionOperator.parse(operator).orElseThrow(), key, values);
    }
}
