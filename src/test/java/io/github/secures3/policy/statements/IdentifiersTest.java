package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html and the API pages of EC2 and IAM. */
class IdentifiersTest {

    private static final String TOKEN = "${Token[TOKEN.7]}";

    @ParameterizedTest
    @ValueSource(strings = {"o-exampleorgid", "o-0123456789", TOKEN})
    void accepts_organization_ids(String id) {
        assertThatNoException().isThrownBy(() -> new DenyOutsideOrganization(id));
        assertThatNoException().isThrownBy(() -> DenyConfusedDeputy.outsideOrganization(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "o-short", "exampleorgid", "o-ExampleOrgId", "o-exampleorgid/r-1", "*", "o-exampleorgi*"})
    void refuses_other_organization_ids(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenyOutsideOrganization(id))
                .withMessage(
                        "'%s' is no organization id; write o- and 10 to 32 lower-case letters or digits, such as o-exampleorgid",
                        id);
        assertThatIllegalArgumentException().isThrownBy(() -> DenyConfusedDeputy.outsideOrganization(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "11112222333", "1111222233334", "1111-2222-3333", "11112222333a", "*"})
    void refuses_what_is_no_account_id(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenyOutsideOrganization("o-exampleorgid", List.of(id)))
                .withMessage("'%s' is no account id; write 12 digits, such as 111122223333", id);
        assertThatIllegalArgumentException().isThrownBy(() -> new AllowAccountIdentities("aws", id));
    }

    @Test
    void a_confused_deputy_statement_names_somebody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenyConfusedDeputy.outsideAccounts(List.of()))
                .withMessage("no organization and no account; name those whose resources AWS services may act for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.0/24",
                "203.0.113.9",
                "0.0.0.0/1",
                "255.255.255.255/32",
                "2001:db8::/32",
                "::1",
                "2001:DB8:0:0:0:0:0:1/128",
                "::ffff:203.0.113.9/128",
                TOKEN
            })
    void accepts_ranges(String block) {
        assertThat(cidr(block).cidrs()).containsExactly(block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "203.0.113.0/0",
                "0.0.0.0/0",
                "::/0",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113/24",
                "203.0.113.256",
                "203.0.0113.1",
                "203.0.113.0/",
                "203.0.113.0/24/8",
                "2001:db8::/129",
                "2001:db8:::/32",
                "2001:db8::g/32",
                ":",
                "fe80::1%eth0",
                "example.com",
                "a:b",
                " 203.0.113.0/24",
                "*"
            })
    void refuses_what_is_no_range_or_every_address(String block) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cidr(block))
                .withMessageStartingWith("'%s' is no CIDR range; write ", block);
    }

    @Test
    void refuses_endpoints_and_vpcs_of_the_wrong_form_and_an_empty_perimeter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkPerimeter(List.of("vpc-1a2b3c4d"), List.of(), List.of(), List.of()))
                .withMessage("'vpc-1a2b3c4d' is no VPC endpoint id; write vpce- and 8 to 17 hexadecimal digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkPerimeter(List.of(), List.of("vpce-1a2b3c4d"), List.of(), List.of()))
                .withMessage("'vpce-1a2b3c4d' is no VPC id; write vpc- and 8 to 17 hexadecimal digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkPerimeter(List.of(), List.of(), List.of(), List.of()))
                .withMessageStartingWith("the network perimeter has no network");
    }

    /** aws:PrincipalArn holds the role of a session, never the session. */
    @ParameterizedTest
    @ValueSource(strings = {"", "*", "Writer", "111122223333", "arn:aws:sts::111122223333:assumed-role/Writer/alice"})
    void refuses_principals_that_the_condition_key_never_holds(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenyGovernanceBypass(List.of(arn)))
                .withMessage(
                        "'%s' is no principal ARN; write the ARN of an IAM role or user; a role session counts as its role",
                        arn);
    }

    /** An exception that fits every role would leave nobody to deny. */
    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:*", "arn:*:iam::111122223333:user/?*"})
    void refuses_exceptions_that_fit_every_role_or_user(String arn) {
        for (ThrowingCallable exception : List.<ThrowingCallable>of(
                () -> new DenyGovernanceBypass(List.of(arn)),
                () -> new DenyDirectAccess(List.of("111122223333"), List.of(arn)),
                () -> new NetworkPerimeter(List.of("vpce-1a2b3c4d"), List.of(), List.of(), List.of(arn)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(exception)
                    .withMessage(
                            "'%s' is no exception; write the ARN of a role or user with a name or path, such as"
                                    + " arn:aws:iam::*:role/Deployment",
                            arn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234abcd-12ab-34cd-56ef-1234567890ab",
                "alias/data",
                "arn:aws:kms:eu-west-1:111122223333:alias/data",
                "arn:aws:s3:::data"
            })
    void refuses_a_key_that_is_not_named_by_its_arn(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenyOtherKmsKey(key))
                .withMessageStartingWith("'%s' is no KMS key ARN; write the full ARN of the key", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "arn:aws:s3:::data/*", "arn:aws:sqs:eu-west-1:111122223333:queue"})
    void refuses_what_is_no_bucket(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BucketScope(arn))
                .withMessageStartingWith("'%s' is no bucket ARN; write ", arn);
    }

    @Test
    void refuses_a_policy_for_several_buckets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BucketScope("arn:aws:s3:::data*"))
                .withMessage("'arn:aws:s3:::data*' is no single bucket; write its ARN without wildcards");
    }

    @Test
    void never_judges_text_that_holds_a_token() {
        assertThatNoException().isThrownBy(() -> {
            new BucketScope(TOKEN);
            new DenyOtherKmsKey(TOKEN);
            new DenyGovernanceBypass(List.of(TOKEN));
            new AllowAccountIdentities(TOKEN, TOKEN);
            new NetworkPerimeter(List.of(TOKEN), List.of(TOKEN), List.of(TOKEN), List.of(TOKEN));
            new AllowInventoryEncryption(List.of(TOKEN), List.of(TOKEN));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "PT168H0.001S", "P3650D"})
    void refuses_ages_that_no_signature_can_have(String age) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenyPresignedRequestsOlderThan(Duration.parse(age)))
                .withMessageContaining("choose from 1 millisecond to 7 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT10M", "P7D"})
    void accepts_ages_that_a_signature_can_have(String age) {
        assertThatNoException().isThrownBy(() -> new DenyPresignedRequestsOlderThan(Duration.parse(age)));
    }

    private static NetworkPerimeter cidr(String block) {
        return new NetworkPerimeter(List.of(), List.of(), List.of(block), List.of());
    }
}
