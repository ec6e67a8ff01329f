package io.github.secures3.constructs.accesspoint;

import static io.github.secures3.agreement.TwoReadings.allowed;
import static io.github.secures3.agreement.TwoReadings.denied;
import static io.github.secures3.agreement.TwoReadings.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.organization.OrgGuardrails;
import io.github.secures3.constructs.organization.PolicyPlan;
import io.github.secures3.constructs.organization.Rollout;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import io.github.secures3.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
class GuardTest {

    private static final String DEPLOYER = "arn:aws:iam::111122223333:role/cdk-hnb-cfn-exec-role";
    private static final String RED_DEPLOYER = "arn:aws:iam::111122223333:role/RedDeployer";
    private static final String RED = "arn:aws:s3:eu-west-1:111122223333:accesspoint/red-data";
    private static final String BLUE = "arn:aws:s3:eu-west-1:111122223333:accesspoint/blue-data";
    private static final PolicyDocument GUARD = AccessPointGuard.Builder.create()
            .deployers("arn:aws:iam::*:role/cdk-*-cfn-exec-role*")
            .team("red-", RED_DEPLOYER)
            .build()
            .serviceControlPolicy();

    @Test
    void only_deployers_make_points_and_write_their_policies() {
        for (String action : List.of("s3:CreateAccessPoint", "s3:PutAccessPointPolicy", "s3:DeleteAccessPointPolicy")) {
            denied(GUARD, TestRequest.byIdentity(Points.ROLE, action, BLUE));
            passes(GUARD, TestRequest.byIdentity(DEPLOYER, action, BLUE));
        }
        denied(GUARD, TestRequest.byIdentity(Points.ROLE, "s3:TagResource", BLUE));
        passes(GUARD, TestRequest.byIdentity(Points.ROLE, "s3:TagResource", "arn:aws:s3:::data"));
        passes(GUARD, TestRequest.byIdentity(Points.ROLE, "s3:GetObject", BLUE + "/object/a"));
        passes(GUARD, TestRequest.byIdentity(Points.ROLE, "s3:GetAccessPointPolicy", BLUE));
    }

    @Test
    void a_team_is_held_to_names_that_start_like_its_own() {
        passes(GUARD, TestRequest.byIdentity(RED_DEPLOYER, "s3:CreateAccessPoint", RED));
        denied(GUARD, TestRequest.byIdentity(RED_DEPLOYER, "s3:CreateAccessPoint", BLUE));
        denied(GUARD, TestRequest.byIdentity(RED_DEPLOYER, "s3:PutAccessPointPolicy", BLUE));
    }

    /** Tags of access points decide about access; https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-tagging.html */
    @Test
    void a_team_tags_its_own_points_and_whatever_is_no_point() {
        for (String action : List.of("s3:TagResource", "s3:UntagResource")) {
            passes(GUARD, TestRequest.byIdentity(RED_DEPLOYER, action, RED));
            denied(GUARD, TestRequest.byIdentity(RED_DEPLOYER, action, BLUE));
            passes(GUARD, TestRequest.byIdentity(RED_DEPLOYER, action, "arn:aws:s3:::data"));
            passes(
                    GUARD,
                    TestRequest.byIdentity(
                            RED_DEPLOYER, action, "arn:aws:s3:eu-west-1:111122223333:access-grants/default/grant/a"));
            passes(GUARD, TestRequest.byIdentity(DEPLOYER, action, BLUE));
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html */
    @Test
    void points_open_to_the_internet_can_be_denied_to_all() {
        PolicyDocument guard = AccessPointGuard.Builder.create()
                .deployers(DEPLOYER)
                .vpcOriginOnly()
                .build()
                .permissionsBoundary();
        TestRequest create = TestRequest.byIdentity(DEPLOYER, "s3:CreateAccessPoint", RED);

        denied(guard, create.with("s3:AccessPointNetworkOrigin", "Internet"));
        allowed(guard, create.with("s3:AccessPointNetworkOrigin", "VPC"));
        allowed(guard, create.doing("s3:PutAccessPointPolicy"));
    }

    /** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html */
    @Test
    void fits_among_the_guardrails_of_an_organization() {
        AccessPointGuard guard = AccessPointGuard.Builder.create()
                .deployers(DEPLOYER)
                .team("red-", RED_DEPLOYER)
                .vpcOriginOnly()
                .build();
        PolicyPlan plan = OrgGuardrails.Builder.create(
                        Synthesized.stack(Synthesized.app(), "Organization"), "Guardrails")
                .organizationId("o-exampleorgid")
                .deploymentRoles(List.of(DEPLOYER))
                .rollout(Rollout.to("r-ab12"))
                .serviceControlStatements(guard.statements())
                .build()
                .getPlans()
                .get(1);

        assertThat(plan.policies().stream().flatMap(policy -> policy.sids().stream()))
                .containsAll(guard.statements().stream().map(Statement::sid).toList());
    }

    @Test
    void refuses_guards_that_lock_somebody_out() {
        assertThatThrownBy(() -> AccessPointGuard.Builder.create().build())
                .hasMessage("the guard names no deployer, so nobody could make or repair access points; name the roles"
                        + " that deploy");
        assertThatThrownBy(() -> AccessPointGuard.Builder.create()
                        .team("blue-", RED_DEPLOYER)
                        .team("red-", RED_DEPLOYER)
                        .build())
                .hasMessage("'" + RED_DEPLOYER
                        + "' is of team 'blue-' and of team 'red-', and each denies it the points of the other;"
                        + " give it one team, or make it a deployer");
        assertThatThrownBy(() -> AccessPointGuard.Builder.create()
                        .deployers(RED_DEPLOYER)
                        .team("red-", RED_DEPLOYER)
                        .build())
                .hasMessage("'" + RED_DEPLOYER
                        + "' is both a deployer and of team 'red-'; a deployer may make any point, so leave one of"
                        + " them out");
    }
}
