package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision tells beside its outcome, and when it has none. */
class DecisionTest {

    private static final Statement NO_OUTSIDERS = Statement.deny("DenyOutside")
            .everyone()
            .actions("s3:*")
            .resources("*")
            .when(Condition.of(Comparison.STRING_NOT_EQUALS, "aws:SourceVpce", "vpce-1a2b3c4d"))
            .build();

    @Test
    void a_missing_key_that_matters_leaves_it_undecided_and_is_named() {
        Scene scene = by(SESSION).incomplete().identity(allow()).bucketPolicy(NO_OUTSIDERS);
        assertThat(scene.outcome()).isEqualTo(UNDECIDED);
        assertThat(scene.decide().unknowns()).containsExactly("the context key aws:SourceVpce is not given");
        assertThat(scene.with("aws:SourceVpce", "vpce-1a2b3c4d").outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).identity(allow()).bucketPolicy(NO_OUTSIDERS).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void a_missing_key_that_changes_nothing_is_not_asked_for() {
        assertThat(by(SESSION).incomplete().bucketPolicy(NO_OUTSIDERS).outcome())
                .as("nothing allows it either way")
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .incomplete()
                        .identity(allow())
                        .bucketPolicy(NO_OUTSIDERS, Scene.denyTo(Principal.everyone()))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void an_unknown_layer_leaves_undecided_what_it_could_change() {
        Scene scene = by(SESSION)
                .identity(allow())
                .where(s -> s.unknown(Layer.RESOURCE, "the bucket policy is not in the template"));
        assertThat(scene.outcome()).isEqualTo(UNDECIDED);
        assertThat(scene.decide().reason()).isEqualTo("the bucket policy is not in the template");
        assertThat(by(OTHER_SESSION)
                        .identity()
                        .where(s -> s.unknown(Layer.IDENTITY, "the role is not in the template"))
                        .bucketPolicy(Scene.denyTo(Principal.everyone()))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    /**
     * With ACLs in force, what no policy grants an ACL may.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object Ownership</a>
     */
    @Test
    void acls_matter_only_where_object_ownership_leaves_them_in_force() {
        assertThat(by("anonymous").outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("anonymous").where(Situation.Builder::accessControlLists).outcome())
                .isEqualTo(UNDECIDED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(Situation.Builder::accessControlLists)
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void the_trace_names_the_statements_that_matched_and_where_they_stand() {
        PolicyOrigin origin =
                new PolicyOrigin("data.template.json", "DataPolicy", "/Resources/DataPolicy/Properties", 12);
        Statement grant = allowTo(SESSION);
        AttachedPolicy policy = AttachedPolicy.of(PolicyDocument.of(List.of(NO_OUTSIDERS, grant)), origin);
        Decision decision = by(SESSION)
                .with("aws:SourceVpce", "vpce-1a2b3c4d")
                .where(s -> s.resourcePolicy(policy))
                .decide();
        LayerDecision layer = decision.layer(Layer.RESOURCE).orElseThrow();
        assertThat(layer.outcome()).isEqualTo(ALLOWED);
        assertThat(layer.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.sid()).isEqualTo("A");
            assertThat(statement.index()).isEqualTo(1);
            assertThat(statement.origin()).isEqualTo(origin);
            assertThat(statement.matched().isTrue()).isTrue();
        });
        assertThat(layer.nearMisses()).singleElement().satisfies(miss -> {
            assertThat(miss.sid()).isEqualTo("DenyOutside");
            assertThat(miss.reason()).isEqualTo("condition StringNotEquals aws:SourceVpce");
        });
        assertThat(decision.reason()).isEqualTo("allowed by statement \"A\" of the bucket policy");
    }

    @Test
    void near_misses_name_the_first_part_that_failed() {
        assertThat(missed(Statement.allow("A")
                        .actions("s3:PutObject")
                        .resources("*")
                        .build()))
                .isEqualTo("action");
        assertThat(missed(Statement.allow("A")
                        .actions("s3:GetObject")
                        .resources("arn:aws:s3:::other/*")
                        .build()))
                .isEqualTo("resource");
        assertThat(missed(Statement.allow("A")
                        .actions("s3:PutObject")
                        .resources("arn:aws:s3:::other/*")
                        .build()))
                .as("two parts fail")
                .isEmpty();
        Decision decision = by(SESSION).bucketPolicy(allowTo(OTHER_SESSION)).decide();
        assertThat(decision.layer(Layer.RESOURCE).orElseThrow().nearMisses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.failed()).isEqualTo(StatementMatch.Part.PRINCIPAL));
    }

    @Test
    void statements_are_numbered_by_policy_over_all_levels_of_a_layer() {
        AttachedPolicy first = Scene.policy(Scene.allowing("ec2:*"), Scene.allowing("s3:PutObject"));
        AttachedPolicy second = Scene.policy(Scene.allowing("ec2:*"), Scene.allowing("s3:Get*"));
        Decision decision = by(SESSION)
                .where(s -> s.identityPolicies(List.of(first, second))
                        .serviceControlPolicies(List.of(List.of(second), List.of(first, second))))
                .decide();
        assertThat(decision.outcome()).isEqualTo(ALLOWED);
        LayerDecision identity = decision.layer(Layer.IDENTITY).orElseThrow();
        assertThat(identity.statements())
                .extracting(StatementTrace::policy, StatementTrace::index)
                .containsExactly(tuple(1, 1));
        assertThat(identity.nearMisses())
                .extracting(NearMiss::policy, NearMiss::index)
                .containsExactly(tuple(0, 0), tuple(0, 1), tuple(1, 0));
        LayerDecision levels = decision.layer(Layer.SCP).orElseThrow();
        assertThat(levels.statements())
                .extracting(StatementTrace::policy, StatementTrace::index)
                .containsExactly(tuple(0, 1), tuple(2, 1));
        assertThat(levels.nearMisses())
                .extracting(NearMiss::policy, NearMiss::index)
                .containsExactly(tuple(0, 0), tuple(1, 0), tuple(1, 1), tuple(2, 0));
    }

    /** A call through an access point asks the same policy twice; what matched once did not nearly match. */
    @Test
    void a_statement_that_matched_access_point_or_bucket_is_no_near_miss() {
        String point = "arn:aws:s3:us-east-1:111122223333:accesspoint/reports";
        Statement onBucket = Statement.allow("B")
                .actions("s3:GetObject")
                .resources("arn:aws:s3:::data/*")
                .build();
        Statement onPoint = Statement.allow("P")
                .actions("s3:GetObject")
                .resources(point + "/object/*")
                .build();
        Statement onNeither = Statement.allow("N")
                .actions("s3:GetObject")
                .resources("arn:aws:s3:::other/*")
                .build();
        Decision decision = by(SESSION)
                .does("s3:GetObject", point + "/object/key")
                .identity(onBucket, onPoint, onNeither)
                .where(s -> s.bucketResource("arn:aws:s3:::data/key")
                        .accessPoint(new AccessPoint(
                                point, Scene.OWNER, "Internet", null, List.of(), BlockPublicAccess.all())))
                .decide();
        assertThat(decision.outcome()).isEqualTo(ALLOWED);
        LayerDecision identity = decision.layer(Layer.IDENTITY).orElseThrow();
        assertThat(identity.statements()).extracting(StatementTrace::index).containsExactlyInAnyOrder(0, 1);
        assertThat(identity.nearMisses()).extracting(NearMiss::index).containsExactly(2);
    }

    @Test
    void a_near_miss_by_its_action_fits_in_all_the_rest() {
        Condition red = Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "red");
        Statement write = Statement.allow("W")
                .actions("s3:PutObject")
                .resources("*")
                .when(red)
                .build();
        assertThat(by(SESSION)
                        .identity(write)
                        .decide()
                        .layer(Layer.IDENTITY)
                        .orElseThrow()
                        .nearMisses())
                .isEmpty();
        assertThat(by(SESSION)
                        .with("aws:PrincipalTag/team", "red")
                        .identity(write)
                        .decide()
                        .layer(Layer.IDENTITY)
                        .orElseThrow()
                        .nearMisses())
                .extracting(NearMiss::reason)
                .containsExactly("action");
    }

    @Test
    void the_reason_names_who_allows_who_denies_and_who_stays_silent() {
        assertThat(by(Scene.ROOT).decide().reason())
                .isEqualTo("the root user of the account may do everything that nothing denies");
        assertThat(by(SESSION).decide().reason())
                .isEqualTo("not allowed by the identity policies, and the bucket has no" + " policy that allows it");
        assertThat(by(SESSION)
                        .identity(allow(), Scene.deny())
                        .bucketPolicy(Scene.denyTo(Principal.everyone()))
                        .decide()
                        .reason())
                .isEqualTo("denied by statement 1 of the identity policies, statement \"D\" of the bucket policy");
        assertThat(by(SESSION)
                        .identity(allow())
                        .where(s -> s.serviceControlPolicies(List.of(List.of(Scene.policy(Scene.allowing("ec2:*"))))))
                        .decide()
                        .reason())
                .isEqualTo("not allowed by the service control policies");
    }

    @Test
    void layers_come_in_a_fixed_order_and_only_where_they_take_part() {
        Decision decision = by(SESSION)
                .identity(allow())
                .boundary(allow())
                .session(allow())
                .bucketPolicy(allowTo(SESSION))
                .where(s -> s.blockPublicAccess(BlockPublicAccess.all())
                        .serviceControlPolicies(List.of(List.of(Scene.policy(allow())))))
                .decide();
        assertThat(decision.layers())
                .extracting(layer -> layer.layer().text())
                .containsExactly("identity", "boundary", "session", "resource", "scp", "blockPublicAccess");
    }

    /**
     * Letter case.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
     */
    @Test
    void actions_and_key_names_ignore_case_and_values_and_arns_do_not() {
        Statement grant = Statement.allow("A")
                .actions("S3:g*OBJECT")
                .resources("arn:aws:s3:::data/*")
                .when(Condition.of(Comparison.STRING_EQUALS, "AWS:principaltag/Team", "Red"))
                .build();
        assertThat(by(SESSION)
                        .with("aws:PrincipalTag/team", "Red")
                        .identity(grant)
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .with("aws:PrincipalTag/team", "red")
                        .identity(grant)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .does("s3:GetObject", "arn:aws:s3:::Data/key")
                        .with("aws:PrincipalTag/team", "Red")
                        .identity(grant)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    private static String missed(Statement statement) {
        return by(SESSION).identity(statement).decide().layer(Layer.IDENTITY).orElseThrow().nearMisses().stream()
                .map(NearMiss::reason)
                .findFirst()
                .orElse("");
    }
}
