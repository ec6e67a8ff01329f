package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.OWNER;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requests through access points and VPC endpoints.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies for access points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points restricted to a VPC</a>
 */
class AccessPointTest {

    private static final String POINT = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports";
    private static final Statement DELEGATION = delegation("s3:DataAccessPointAccount", OWNER);
    private static final Statement POINT_GRANT = Statement.allow("Grant")
            .principals(Principals.of(Principal.aws(ROLE)))
            .actions("s3:GetObject")
            .resources(POINT + "/object/*")
            .build();

    @Test
    void access_point_and_bucket_must_both_permit() {
        assertThat(through(SESSION, POINT_GRANT).bucketPolicy(DELEGATION).outcome())
                .isEqualTo(ALLOWED);
        assertThat(through(SESSION, POINT_GRANT).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(through(SESSION).bucketPolicy(DELEGATION).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void a_delegating_bucket_policy_grants_nothing_to_requests_that_take_no_access_point() {
        assertThat(by(SESSION).bucketPolicy(DELEGATION).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void the_access_point_policy_says_nothing_about_requests_to_the_bucket_itself() {
        Statement refusal = Scene.denyTo(Principal.everyone());
        Scene scene = by(SESSION).identity(allow());
        assertThat(scene.outcome()).isEqualTo(ALLOWED);
        assertThat(through(SESSION, refusal).identity(allow()).outcome()).isEqualTo(EXPLICITLY_DENIED);
    }

    /**
     * The keys by which a bucket policy delegates.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control">
     *     Delegating access control to access points</a>
     */
    @Test
    void a_bucket_policy_can_delegate_to_an_account_to_one_access_point_or_to_a_network_origin() {
        Scene scene = through(SESSION, POINT_GRANT);
        assertThat(scene.bucketPolicy(delegation("s3:DataAccessPointAccount", OTHER))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.bucketPolicy(delegation("s3:DataAccessPointArn", POINT))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(scene.bucketPolicy(delegation("s3:DataAccessPointArn", POINT + "-2"))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.bucketPolicy(delegation("s3:AccessPointNetworkOrigin", "Internet"))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(scene.bucketPolicy(delegation("s3:AccessPointNetworkOrigin", "VPC"))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    /**
     * Organization policies see the request as it names the access point, and once more as it names the bucket.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Access point policy examples</a>
     */
    @Test
    void organization_policies_see_the_access_point_and_the_bucket() {
        for (String resource : List.of(POINT + "/object/*", "arn:aws:s3:::data/*")) {
            AttachedPolicy refusal = policy(Statement.deny("D")
                    .everyone()
                    .actions("s3:GetObject")
                    .resources(resource)
                    .build());
            Scene rcp = through(SESSION, POINT_GRANT).bucketPolicy(DELEGATION);
            assertThat(rcp.outcome()).isEqualTo(ALLOWED);
            assertThat(rcp.where(s -> s.resourceControlPolicies(List.of(List.of(refusal))))
                            .outcome())
                    .as(resource)
                    .isEqualTo(EXPLICITLY_DENIED);
            AttachedPolicy everything = policy(Scene.allowing("*"));
            Scene scp = through(SESSION, POINT_GRANT).bucketPolicy(DELEGATION);
            assertThat(scp.where(s -> s.serviceControlPolicies(List.of(List.of(everything, refusal))))
                            .outcome())
                    .as(resource)
                    .isEqualTo(EXPLICITLY_DENIED);
        }
    }

    @Test
    void another_account_s_access_point_gives_nothing_until_the_bucket_owner_allows() {
        String foreign = "arn:aws:s3:us-east-1:444455556666:accesspoint/reports";
        Statement grant = allowTo("*");
        assertThat(through(foreign, OTHER, OTHER_SESSION, grant)
                        .identity(allow())
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        Statement trust = Statement.allow("Trust")
                .everyone()
                .actions("s3:GetObject")
                .resources("arn:aws:s3:::data/*")
                .when(Condition.of(Comparison.STRING_EQUALS, "s3:DataAccessPointAccount", OTHER))
                .build();
        assertThat(through(foreign, OTHER, OTHER_SESSION, grant)
                        .identity(allow())
                        .bucketPolicy(trust)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    /**
     * An account needs an Allow of its own for what its principals do in another one; whether the policy of its access point is such an Allow, no
     * page says.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account
     *     policy evaluation logic</a>
     */
    @Test
    void an_access_point_of_the_caller_s_account_may_or_may_not_stand_in_for_the_caller_s_own_policies() {
        String foreign = "arn:aws:s3:us-east-1:444455556666:accesspoint/reports";
        Statement trust = delegation("s3:DataAccessPointAccount", OTHER);
        Scene scene = through(foreign, OTHER, OTHER_SESSION, allowTo("*")).bucketPolicy(trust);
        assertThat(scene.outcome()).isEqualTo(UNDECIDED);
        assertThat(scene.decide().reason()).contains("AWS does not document");
        assertThat(scene.identity(allow()).outcome()).isEqualTo(ALLOWED);
        assertThat(through(foreign, OTHER, OTHER_SESSION, allowTo("*")).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void anonymous_callers_are_not_let_through_and_requests_are_https() {
        assertThat(through("anonymous", allowTo(Principal.everyone()))
                        .bucketPolicy(allowTo(Principal.everyone()))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        Statement plain = Statement.deny("D")
                .everyone()
                .actions("s3:*")
                .resources("*")
                .when(Condition.bool("aws:SecureTransport", false))
                .build();
        assertThat(through(SESSION, POINT_GRANT)
                        .incomplete()
                        .bucketPolicy(DELEGATION, plain)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void an_access_point_of_a_vpc_answers_to_that_vpc_alone() {
        Scene scene = by(SESSION)
                .does("s3:GetObject", POINT + "/object/key")
                .bucketPolicy(DELEGATION)
                .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                        .accessPoint(new AccessPoint(
                                POINT,
                                OWNER,
                                "VPC",
                                "vpc-1a2b3c",
                                List.of(policy(POINT_GRANT)),
                                BlockPublicAccess.all())));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.with("aws:SourceVpc", "vpc-9z9z9z").outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.decide().reason()).isEqualTo("the access point answers to its VPC alone");
        assertThat(scene.with("aws:SourceVpc", "vpc-1a2b3c").outcome()).isEqualTo(ALLOWED);
    }

    @Test
    void an_access_point_of_a_vpc_that_nobody_named_refuses_the_internet_and_leaves_the_rest_undecided() {
        Scene scene = by(SESSION)
                .does("s3:GetObject", POINT + "/object/key")
                .bucketPolicy(DELEGATION)
                .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                        .accessPoint(new AccessPoint(
                                POINT, OWNER, "VPC", null, List.of(policy(POINT_GRANT)), BlockPublicAccess.all())));
        assertThat(scene.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.with("aws:SourceVpce", "vpce-1a2b3c4d").decide().unknowns())
                .containsExactly("the context key aws:SourceVpc is not given");
        assertThat(scene.with("aws:SourceVpc", "vpc-1a2b3c").decide().unknowns())
                .containsExactly("the VPC of the access point is not given");
    }

    /**
     * Plain HTTP is redirected to HTTPS before anything is decided.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Access points:
     *     restrictions and limitations</a>
     */
    @Test
    void an_access_point_takes_no_plain_http() {
        Scene scene = through(SESSION, POINT_GRANT).bucketPolicy(DELEGATION);
        assertThat(scene.with("aws:SecureTransport", "true").outcome()).isEqualTo(ALLOWED);
        assertThat(scene.with("aws:SecureTransport", "false").decide().toString())
                .isEqualTo("ImplicitlyDenied: access points take no requests over plain HTTP");
    }

    @Test
    void the_endpoint_policy_must_let_access_point_and_bucket_pass() {
        Statement pointOnly = Statement.allow("P")
                .everyone()
                .actions("s3:*")
                .resources(POINT + "/object/*")
                .build();
        Statement both = Statement.allow("B")
                .everyone()
                .actions("s3:*")
                .resources(POINT + "/object/*", "arn:aws:s3:::data/*")
                .build();
        Scene scene = through(SESSION, POINT_GRANT).bucketPolicy(DELEGATION);
        assertThat(scene.where(s -> s.endpointPolicy(policy(pointOnly))).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(scene.where(s -> s.endpointPolicy(policy(both))).outcome()).isEqualTo(ALLOWED);
    }

    /**
     * Endpoint policies count for requests through the endpoint only.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
     */
    @Test
    void an_endpoint_policy_limits_what_goes_through_it() {
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(Situation.Builder::throughEndpoint)
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.endpointPolicy(policy(Scene.denyTo(Principal.everyone()))))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void a_bucket_that_nobody_named_stays_unknown() {
        Decision decision = by(SESSION)
                .does("s3:GetObject", POINT + "/object/key")
                .identity(Statement.allow("A")
                        .actions("s3:GetObject")
                        .resources(POINT + "/object/*", "arn:aws:s3:::data/*")
                        .build())
                .decide();
        assertThat(decision.outcome()).isEqualTo(UNDECIDED);
        assertThat(decision.reason()).contains("bucket behind the access point");
    }

    private static Statement delegation(String key, String value) {
        return Statement.allow("Delegate")
                .everyone()
                .actions("*")
                .resources("arn:aws:s3:::data", "arn:aws:s3:::data/*")
                .when(Condition.of(Comparison.STRING_EQUALS, key, value))
                .build();
    }

    private static Scene through(String principal, Statement... pointPolicy) {
        return through(POINT, OWNER, principal, pointPolicy);
    }

    private static Scene through(String point, String account, String principal, Statement... pointPolicy) {
        List<AttachedPolicy> policies = pointPolicy.length == 0 ? List.of() : List.of(policy(pointPolicy));
        return by(principal)
                .does("s3:GetObject", point + "/object/key")
                .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                        .accessPoint(
                                new AccessPoint(point, account, "Internet", null, policies, BlockPublicAccess.none())));
    }
}
