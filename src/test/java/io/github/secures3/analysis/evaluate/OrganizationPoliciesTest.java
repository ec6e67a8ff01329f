package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.OWNER;
import static io.github.secures3.analysis.evaluate.Scene.ROOT;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.allowing;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.deny;
import static io.github.secures3.analysis.evaluate.Scene.denyTo;
import static io.github.secures3.analysis.evaluate.Scene.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Service control policies and resource control policies.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Service control policies</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</a>
 */
class OrganizationPoliciesTest {

    private static final String MANAGEMENT = "123456789012";
    private static final Organization ORGANIZATION = Organization.of("o-exampleorgid", MANAGEMENT, List.of(OWNER));
    private static final Statement DENY_ALL = denyTo(Principal.everyone());

    /**
     * Each level has to allow by itself.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</a>
     */
    @Test
    void every_level_of_service_control_policies_must_allow() {
        assertThat(withScps(SESSION, level(allow()), level(allow())).outcome()).isEqualTo(ALLOWED);
        assertThat(withScps(SESSION, level(allow()), level(allowing("ec2:*"))).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(withScps(SESSION, level(allow()), level()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(withScps(SESSION, level(allow(), deny()), level(allow())).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void service_control_policies_stop_even_what_the_bucket_policy_grants_the_session() {
        Scene scene = by(SESSION).bucketPolicy(allowTo(SESSION)).where(s -> scps(s, level(allowing("ec2:*"))));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void service_control_policies_bind_the_root_users_of_member_accounts() {
        assertThat(withScps(ROOT, level(deny())).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    /**
     * Who is exempt.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp">Not restricted</a>
     */
    @Test
    void service_control_policies_bind_neither_service_linked_roles_nor_services_nor_anonymous_callers() {
        String serviceRole =
                "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
        assertThat(withScps(serviceRole, level(deny())).outcome()).isEqualTo(ALLOWED);
        String session = "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForConfig/x";
        assertThat(withScps(session, level(deny())).outcome()).isEqualTo(ALLOWED);
        assertThat(withScps(session, level(deny()))
                        .with("aws:PrincipalArn", "arn:aws:iam::111122223333:role/AWSServiceRoleForConfig")
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(withScps(SESSION, level(deny()))
                        .with(
                                "aws:PrincipalArn",
                                "arn:aws:iam::111122223333:role/aws-service-role/s3.amazonaws.com/Reader")
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SERVICE)
                        .bucketPolicy(allowTo(Principal.everyone()))
                        .where(s -> scps(s, level(deny())))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by("anonymous")
                        .bucketPolicy(allowTo(Principal.everyone()))
                        .where(s -> scps(s, level(deny())))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void service_control_policies_bind_neither_the_management_account_nor_outsiders() {
        String manager = "arn:aws:sts::123456789012:assumed-role/Admin/eve";
        for (String principal : List.of(manager, OTHER_SESSION)) {
            Scene scene = by(principal)
                    .identity(allow())
                    .bucketPolicy(allowTo("*"))
                    .where(s -> scps(s.organization(ORGANIZATION), level(deny())));
            assertThat(scene.outcome()).as(principal).isEqualTo(ALLOWED);
        }
        assertThat(withScps(SESSION, level(deny()))
                        .where(s -> s.organization(ORGANIZATION))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void unknown_members_leave_it_undecided_whether_a_service_control_policy_binds() {
        Decision decision = withScps(SESSION, level(deny()))
                .where(s -> s.organization(Organization.of("o-exampleorgid", MANAGEMENT, null)))
                .decide();
        assertThat(decision.outcome()).isEqualTo(UNDECIDED);
        assertThat(decision.reason()).contains("member accounts of the organization o-exampleorgid");
    }

    @Test
    void resource_control_policies_bind_callers_inside_and_outside_services_and_anonymous_ones() {
        for (String principal : List.of(SESSION, ROOT, OTHER_SESSION, SERVICE, "anonymous")) {
            Scene scene = by(principal)
                    .identity(allow())
                    .bucketPolicy(allowTo(Principal.everyone()))
                    .where(s -> rcps(s.organization(ORGANIZATION)));
            assertThat(scene.outcome()).as(principal).isEqualTo(EXPLICITLY_DENIED);
        }
    }

    @Test
    void resource_control_policies_stop_even_what_the_bucket_policy_grants_the_session() {
        Scene scene = by(SESSION).bucketPolicy(allowTo(SESSION));
        assertThat(scene.outcome()).isEqualTo(ALLOWED);
        assertThat(scene.where(OrganizationPoliciesTest::rcps).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void resource_control_policies_need_no_allow_of_their_own() {
        Scene scene = by(SESSION)
                .identity(allow())
                .where(s -> s.resourceControlPolicies(List.of(List.of(policy(Statement.deny("D")
                        .everyone()
                        .actions("s3:PutObject")
                        .resources("*")
                        .build())))));
        assertThat(scene.outcome()).isEqualTo(ALLOWED);
    }

    /**
     * What is exempt.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps">Not restricted</a>
     */
    @Test
    void resource_control_policies_leave_the_management_account_s_buckets_and_service_linked_roles_alone() {
        String manager = "arn:aws:sts::123456789012:assumed-role/Admin/eve";
        assertThat(by(manager)
                        .identity(allow())
                        .where(s -> rcps(s.organization(ORGANIZATION).resourceAccount(MANAGEMENT)))
                        .outcome())
                .isEqualTo(ALLOWED);
        String serviceRole =
                "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
        assertThat(by(serviceRole)
                        .identity(allow())
                        .where(s -> rcps(s.organization(ORGANIZATION)))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * A permission that resource control policies never take away.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html">Resource control policies in AWS KMS</a>
     */
    @Test
    void resource_control_policies_leave_the_retiring_of_grants_alone() {
        String key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        for (String action : List.of("kms:RetireGrant", "kms:RevokeGrant")) {
            Scene scene = by(SESSION).does(action, key).where(s -> rcps(s.keyPolicy(policy(allowTo(SESSION)))));
            assertThat(scene.outcome())
                    .as(action)
                    .isEqualTo(action.equals("kms:RetireGrant") ? ALLOWED : EXPLICITLY_DENIED);
        }
    }

    /** They stand above the accounts of resources: those of the bucket's account say nothing about another account's access point. */
    @Test
    void resource_control_policies_of_the_bucket_s_account_leave_another_account_s_access_point_alone() {
        String point = "arn:aws:s3:us-east-1:444455556666:accesspoint/reports";
        for (String resource : List.of(point + "/object/*", "arn:aws:s3:::data/*")) {
            AttachedPolicy refusal = policy(Statement.deny("D")
                    .everyone()
                    .actions("s3:GetObject")
                    .resources(resource)
                    .build());
            Scene scene = by(OTHER_SESSION)
                    .does("s3:GetObject", point + "/object/key")
                    .identity(allow())
                    .bucketPolicy(allowTo(OTHER))
                    .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                            .resourceControlPolicies(List.of(List.of(refusal)))
                            .accessPoint(new AccessPoint(
                                    point,
                                    OTHER,
                                    "Internet",
                                    null,
                                    List.of(policy(allowTo("*"))),
                                    BlockPublicAccess.all())));
            assertThat(scene.outcome())
                    .as(resource)
                    .isEqualTo(resource.startsWith(point) ? ALLOWED : EXPLICITLY_DENIED);
        }
    }

    /**
     * AWS managed keys are not theirs to limit, customer managed keys are.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps">Not restricted</a>
     */
    @Test
    void resource_control_policies_leave_aws_managed_keys_alone() {
        AttachedPolicy noKms = policy(
                Statement.deny("D").everyone().actions("kms:*").resources("*").build());
        Scene managed = by(SESSION)
                .identity(allow())
                .where(s -> s.encryption(new Encryption("aws:kms", null, null))
                        .resourceControlPolicies(List.of(List.of(noKms))));
        assertThat(managed.outcome()).isEqualTo(ALLOWED);
        Scene customers = by(SESSION)
                .identity(allow())
                .where(s -> s.encryption(Encryption.sseKms("arn:aws:kms:us-east-1:111122223333:key/1234abcd"))
                        .keyPolicy(policy(allowTo(SESSION)))
                        .resourceControlPolicies(List.of(List.of(noKms))));
        assertThat(customers.outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void the_principal_organization_is_a_key_for_members_only() {
        Statement outsiders = Statement.deny("D")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalOrgID", "o-exampleorgid"))
                .build();
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(outsiders)
                        .where(s -> s.organization(ORGANIZATION))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(OTHER_SESSION)
                        .identity(allow())
                        .bucketPolicy(outsiders, allowTo(OTHER))
                        .where(s -> s.organization(ORGANIZATION))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by("anonymous")
                        .bucketPolicy(outsiders)
                        .where(s -> s.organization(ORGANIZATION))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    private static Statement[] level(Statement... statements) {
        return statements;
    }

    private static Scene withScps(String principal, Statement[]... levels) {
        return by(principal).identity(allow()).where(s -> scps(s, levels));
    }

    private static void scps(Situation.Builder situation, Statement[]... levels) {
        situation.serviceControlPolicies(Stream.of(levels)
                .map(level -> level.length == 0 ? List.<AttachedPolicy>of() : List.of(policy(level)))
                .toList());
    }

    private static void rcps(Situation.Builder situation) {
        situation.resourceControlPolicies(List.of(List.of(policy(DENY_ALL))));
    }
}
