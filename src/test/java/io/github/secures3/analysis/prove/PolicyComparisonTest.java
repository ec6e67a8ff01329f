package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.prove.PolicyComparison.Answer;
import io.github.secures3.analysis.prove.PolicyComparison.Result;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import org.junit.jupiter.api.Test;

/**
 * Cases by hand; each says both ways whether one document allows more than the other.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html">Custom policy checks</a>
 */
class PolicyComparisonTest {

    private static final String READ = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}";

    @Test
    void the_same_document_allows_nothing_new() {
        assertThat(identity(READ, READ).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void a_wider_resource_is_new_access_and_a_narrower_one_is_not() {
        String reports = READ.replace("data/*", "data/reports/*");

        assertThat(identity(reports, READ).verdict()).isEqualTo(Answer.NEW_ACCESS);
        assertThat(identity(READ, reports).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void the_example_is_a_request_that_only_the_second_document_allows() {
        Result result = identity(READ, READ + "," + READ.replace("GetObject", "PutObject"));

        assertThat(result.examples()).singleElement().satisfies(example -> {
            assertThat(example.request().action()).isEqualTo("s3:PutObject");
            assertThat(example.request().resource()).startsWith("arn:aws:s3:::data/");
            assertThat(example.statements()).containsExactly(1);
        });
    }

    @Test
    void a_list_of_actions_means_what_the_wildcard_means_where_it_lists_them_all() {
        String list = READ.replace("'s3:GetObject'", "['s3:GetObject','s3:getobjectacl']");
        String wildcard = READ.replace("s3:GetObject", "s3:GetObject*");

        assertThat(identity(wildcard, list).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(list, wildcard).verdict()).isEqualTo(Answer.NEW_ACCESS);
    }

    @Test
    void statements_in_another_order_and_shape_allow_the_same() {
        String one =
                "{'Effect':'Allow','Action':['s3:GetObject','s3:PutObject'],'Resource':['arn:aws:s3:::a/*','arn:aws:s3:::b/*']}";
        String four = "{'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::b/*'},"
                + "{'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::a/*'},"
                + "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a/*'},"
                + "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}";

        assertThat(identity(one, four).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(four, one).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void a_condition_that_goes_is_new_access() {
        String inside = READ.replace("}", ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}}");

        assertThat(identity(inside, READ).verdict()).isEqualTo(Answer.NEW_ACCESS);
        assertThat(identity(READ, inside).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void a_negated_condition_also_allows_requests_without_the_key() {
        String inside = READ.replace("}", ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}}");
        String notOther = READ.replace("}", ",'Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-4d3c2b1a'}}}");

        assertThat(identity(inside, notOther).verdict()).isEqualTo(Answer.NEW_ACCESS);
        assertThat(identity(notOther, inside).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void a_deny_that_another_deny_covers_can_go() {
        String all = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";
        String some = "{'Effect':'Deny','Action':'s3:GetObject','Resource':'arn:aws:s3:::data/private/*'}";

        assertThat(identity(READ + "," + all + "," + some, READ + "," + all).verdict())
                .isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(READ + "," + some, READ).verdict()).isEqualTo(Answer.NEW_ACCESS);
    }

    @Test
    void an_address_range_within_another_is_no_new_access() {
        String wide = READ.replace("}", ",'Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/8','2001:db8::/32']}}}");
        String narrow =
                READ.replace("}", ",'Condition':{'IpAddress':{'aws:SourceIp':['10.1.0.0/16','2001:db8:1::/48']}}}");

        assertThat(identity(wide, narrow).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(narrow, wide).verdict()).isEqualTo(Answer.NEW_ACCESS);
    }

    @Test
    void actions_of_services_that_no_catalog_knows_are_compared_as_text() {
        String describe = "{'Effect':'Allow','Action':'ec2:Describe*','Resource':'*'}";
        String instances = "{'Effect':'Allow','Action':'ec2:DescribeInstances','Resource':'*'}";

        assertThat(identity(describe, instances).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(instances, describe).verdict()).isEqualTo(Answer.NEW_ACCESS);
    }

    @Test
    void a_principal_more_is_new_access() {
        String one =
                "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:role/Reader'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}";
        String account = one.replace("arn:aws:iam::111122223333:role/Reader", "111122223333");

        assertThat(compare(PolicyType.RESOURCE, one, account).verdict()).isEqualTo(Answer.NEW_ACCESS);
        assertThat(compare(PolicyType.RESOURCE, account, one).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    /**
     * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-req-context.html: in the owner's account an
     * account hands on, a role is granted within its boundary, and a session in any case.
     */
    @Test
    void says_where_who_is_named_more_closely_is_granted_more_in_the_account_of_the_owner() {
        String account = granted("arn:aws:iam::111122223333:root");
        String role = granted("arn:aws:iam::111122223333:role/Reader");
        String session = granted("arn:aws:sts::111122223333:assumed-role/Reader/today");
        String everyone = granted("*");

        assertThat(isNamedMoreClosely(account, role)).isTrue();
        assertThat(isNamedMoreClosely(role, session)).isTrue();
        assertThat(isNamedMoreClosely(account, session)).isTrue();
        assertThat(isNamedMoreClosely(everyone, session)).isFalse();
        assertThat(isNamedMoreClosely(everyone, account)).isFalse();
        assertThat(isNamedMoreClosely(role + "," + account, role)).isFalse();
        assertThat(compare(PolicyType.RESOURCE, session, role).verdict()).isEqualTo(Answer.NEW_ACCESS);
    }

    /** Whether the answer says so; a change that must be proved harmless is not. */
    private static boolean isNamedMoreClosely(String base, String head) {
        Result result = compare(PolicyType.RESOURCE, base, head);
        boolean said = result.reason().contains("in the account that owns the resource is more");
        assertThat(result.verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(PolicyComparison.allowsNothingNew(
                        PolicyType.RESOURCE,
                        document(PolicyType.RESOURCE, base),
                        document(PolicyType.RESOURCE, head),
                        Assumptions.DEFAULT_STEPS))
                .isEqualTo(!said);
        return said;
    }

    private static String granted(String principal) {
        return "{'Effect':'Allow','Principal':{'AWS':'" + principal
                + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}";
    }

    @Test
    void an_example_of_another_service_is_about_no_bucket() {
        String all = "{'Effect':'Allow','Action':['s3:GetObject','iam:PassRole','dynamodb:*'],'Resource':'*'}";

        assertThat(identity(READ.replace("arn:aws:s3:::data/*", "*"), all).examples())
                .singleElement()
                .satisfies(example -> {
                    assertThat(example.request().action()).doesNotStartWith("s3:");
                    assertThat(example.request().resource()).isEqualTo("*");
                });
    }

    @Test
    void resource_control_policies_are_compared_by_what_they_leave_allowed() {
        String deny =
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*','Condition':{'BoolIfExists':{'aws:SecureTransport':'false'}}}";
        String less = deny.replace("s3:*", "s3:PutObject");

        assertThat(compare(PolicyType.RESOURCE_CONTROL, deny, less).verdict()).isEqualTo(Answer.NEW_ACCESS);
        assertThat(compare(PolicyType.RESOURCE_CONTROL, less, deny).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    @Test
    void a_policy_variable_that_ties_parts_of_a_request_together_is_not_passed_off_as_harmless() {
        String own = READ.replace("data/*", "data/${aws:PrincipalTag/team}/*");
        String red = READ.replace("data/*", "data/red/*");

        assertThat(identity(red, own).verdict()).isNotEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(READ, own).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
        assertThat(identity(own, own).verdict()).isEqualTo(Answer.NO_NEW_ACCESS);
    }

    private static Result identity(String base, String head) {
        return compare(PolicyType.IDENTITY, base, head);
    }

    private static Result compare(PolicyType type, String base, String head) {
        return PolicyComparison.compare(type, document(type, base), document(type, head), Assumptions.DEFAULT_STEPS);
    }

    private static io.github.secures3.policy.PolicyDocument document(PolicyType type, String statements) {
        return PolicyReader.read(
                ("{'Version':'2012-10-17','Statement':[" + statements + "]}").replace('\'', '"'), type);
    }
}
