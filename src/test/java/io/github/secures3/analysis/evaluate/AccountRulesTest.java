package io.github.secures3.analysis.evaluate;

import static io.github.secures3.analysis.evaluate.Outcome.ALLOWED;
import static io.github.secures3.analysis.evaluate.Outcome.EXPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.IMPLICITLY_DENIED;
import static io.github.secures3.analysis.evaluate.Outcome.UNDECIDED;
import static io.github.secures3.analysis.evaluate.Scene.FEDERATED;
import static io.github.secures3.analysis.evaluate.Scene.OTHER;
import static io.github.secures3.analysis.evaluate.Scene.OTHER_SESSION;
import static io.github.secures3.analysis.evaluate.Scene.ROLE;
import static io.github.secures3.analysis.evaluate.Scene.ROOT;
import static io.github.secures3.analysis.evaluate.Scene.SERVICE;
import static io.github.secures3.analysis.evaluate.Scene.SESSION;
import static io.github.secures3.analysis.evaluate.Scene.USER;
import static io.github.secures3.analysis.evaluate.Scene.allow;
import static io.github.secures3.analysis.evaluate.Scene.allowTo;
import static io.github.secures3.analysis.evaluate.Scene.allowing;
import static io.github.secures3.analysis.evaluate.Scene.by;
import static io.github.secures3.analysis.evaluate.Scene.deny;
import static io.github.secures3.analysis.evaluate.Scene.denyTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Same account and cross account, by kind of principal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS
 *     decides whether a request is allowed or denied</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account
 *     policy evaluation logic</a>
 */
class AccountRulesTest {

    private static final Statement NOTHING = allowing("ec2:*");

    @Test
    void without_any_allow_a_request_is_implicitly_denied() {
        assertThat(by(SESSION).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(USER).identity(NOTHING).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void within_an_account_either_side_suffices() {
        assertThat(by(SESSION).identity(allow()).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION).bucketPolicy(allowTo(ROLE)).outcome()).isEqualTo(ALLOWED);
    }

    @Test
    void between_accounts_both_sides_are_needed() {
        assertThat(by(OTHER_SESSION).identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(OTHER_SESSION).bucketPolicy(allowTo(OTHER)).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(OTHER_SESSION)
                        .identity(allow())
                        .bucketPolicy(allowTo(OTHER))
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(OTHER_SESSION)
                        .identity(allow())
                        .bucketPolicy(allowTo("*"))
                        .outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void an_explicit_deny_wins_in_every_layer() {
        Statement[] both = {allow(), deny()};
        assertThat(by(SESSION).identity(both).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION).identity(allow()).boundary(both).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION).identity(allow()).session(both).outcome()).isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyTo(Principal.everyone()))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION).identity(deny()).bucketPolicy(allowTo(SESSION)).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void identity_boundary_and_session_must_all_allow() {
        assertThat(by(SESSION)
                        .identity(allow())
                        .boundary(allow())
                        .session(allow())
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .identity(NOTHING)
                        .boundary(allow())
                        .session(allow())
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .boundary(NOTHING)
                        .session(allow())
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .boundary(allow())
                        .session(NOTHING)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void a_grant_to_the_role_is_limited_by_boundary_and_session_but_not_by_identity() {
        assertThat(by(SESSION).identity(NOTHING).bucketPolicy(allowTo(ROLE)).outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SESSION).boundary(NOTHING).bucketPolicy(allowTo(ROLE)).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION).session(NOTHING).bucketPolicy(allowTo(ROLE)).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void a_grant_to_the_session_the_user_the_federated_user_or_everyone_is_limited_by_nothing() {
        assertThat(limited(SESSION).bucketPolicy(allowTo(SESSION)).outcome()).isEqualTo(ALLOWED);
        assertThat(limited(SESSION).bucketPolicy(allowTo("*")).outcome()).isEqualTo(ALLOWED);
        assertThat(limited(USER).bucketPolicy(allowTo(USER)).outcome()).isEqualTo(ALLOWED);
        assertThat(limited(FEDERATED).bucketPolicy(allowTo(FEDERATED)).outcome())
                .isEqualTo(ALLOWED);
    }

    @Test
    void between_accounts_even_a_grant_to_the_session_needs_the_caller_s_own_policies() {
        assertThat(limited(OTHER_SESSION).bucketPolicy(allowTo(OTHER_SESSION)).outcome())
                .isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void naming_the_account_hands_the_grant_over_and_does_not_reach_its_principals() {
        assertThat(by(SESSION).bucketPolicy(allowTo("111122223333")).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION).bucketPolicy(allowTo(ROOT)).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SESSION).bucketPolicy(allowTo("*")).outcome()).isEqualTo(ALLOWED);
        assertThat(by(SESSION)
                        .identity(allow())
                        .bucketPolicy(denyTo(Principal.aws(ROOT)))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void a_federated_user_may_do_only_what_its_session_policies_allow() {
        assertThat(by(FEDERATED).identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(FEDERATED).identity(allow()).session(allow()).outcome()).isEqualTo(ALLOWED);
    }

    @Test
    void whether_a_user_s_grant_reaches_a_federated_user_depends_on_who_made_it() {
        Decision decision =
                by(FEDERATED).session(allow()).bucketPolicy(allowTo(USER)).decide();
        assertThat(decision.outcome()).isEqualTo(UNDECIDED);
        assertThat(decision.reason()).contains("carol", "Bob");
    }

    @Test
    void services_and_anonymous_callers_need_the_bucket_policy_alone() {
        assertThat(by(SERVICE).identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by(SERVICE).bucketPolicy(allowTo(Principal.service(SERVICE))).outcome())
                .isEqualTo(ALLOWED);
        assertThat(by(SERVICE)
                        .bucketPolicy(allowTo(Principal.service("cloudtrail.amazonaws.com")))
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("anonymous").identity(allow()).outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("anonymous").bucketPolicy(allowTo(Principal.everyone())).outcome())
                .isEqualTo(ALLOWED);
        assertThat(by("anonymous").bucketPolicy(allowTo(OTHER)).outcome()).isEqualTo(IMPLICITLY_DENIED);
    }

    @Test
    void the_root_user_may_do_everything_in_its_account_that_nothing_denies() {
        assertThat(by(ROOT).outcome()).isEqualTo(ALLOWED);
        assertThat(by("111122223333").outcome()).isEqualTo(ALLOWED);
        assertThat(by(ROOT).bucketPolicy(denyTo(Principal.everyone())).outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by("444455556666").outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(by("444455556666").bucketPolicy(allowTo(OTHER)).outcome()).isEqualTo(ALLOWED);
    }

    /**
     * The owner's root user gets at the bucket policy whatever that policy denies.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html">DeleteBucketPolicy</a>
     */
    @Test
    void no_bucket_policy_locks_the_owner_s_root_user_out_of_the_policy_itself() {
        Principal everyone = Principal.everyone();
        for (String action : List.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy")) {
            Scene locked = by(ROOT).does(action, "arn:aws:s3:::data").bucketPolicy(denyTo(everyone));
            assertThat(locked.outcome()).as(action).isEqualTo(ALLOWED);
            assertThat(locked.where(s -> s.resourceControlPolicies(List.of(List.of(Scene.policy(denyTo(everyone))))))
                            .outcome())
                    .as(action)
                    .isEqualTo(EXPLICITLY_DENIED);
            assertThat(by("444455556666")
                            .does(action, "arn:aws:s3:::data")
                            .bucketPolicy(denyTo(everyone))
                            .outcome())
                    .as("the root user of another account")
                    .isEqualTo(EXPLICITLY_DENIED);
        }
        assertThat(by(ROOT).does("s3:DeleteBucket", "arn:aws:s3:::data")
                        .bucketPolicy(denyTo(everyone))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(SESSION)
                        .does("s3:DeleteBucketPolicy", "arn:aws:s3:::data")
                        .identity(allow())
                        .bucketPolicy(denyTo(everyone))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
        assertThat(by(ROOT).does("s3:DeleteBucketPolicy", "arn:aws:s3:::data")
                        .where(s -> s.endpointPolicy(Scene.policy(denyTo(everyone))))
                        .outcome())
                .isEqualTo(EXPLICITLY_DENIED);
    }

    @Test
    void an_unknown_owner_leaves_what_depends_on_it_undecided() {
        Situation identityOnly = Situation.builder()
                .identityPolicies(List.of(Scene.policy(allow())))
                .build();
        Decision decision = Evaluator.decide(by(SESSION).request(), identityOnly);
        assertThat(decision.outcome()).isEqualTo(UNDECIDED);
        assertThat(decision.unknowns()).containsExactly("the account that owns the bucket is not given");
        Situation both = Situation.builder()
                .identityPolicies(List.of(Scene.policy(allow())))
                .resourcePolicy(Scene.policy(allowTo(ROLE)))
                .build();
        assertThat(Evaluator.decide(by(SESSION).request(), both).outcome()).isEqualTo(ALLOWED);
    }

    private static Scene limited(String principal) {
        return by(principal).identity(NOTHING).boundary(NOTHING).session(NOTHING);
    }
}
