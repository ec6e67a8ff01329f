package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;

/**
 * The policy that AWS attaches everywhere when a policy type is switched on.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">How service control
 *     policies are evaluated</a>
 */
final class FullAccess {

    /** {@code FullAWSAccess}: templates that attach deny lists rely on it. */
    static final AttachedPolicy SERVICE_CONTROL = AttachedPolicy.of(PolicyDocument.of(
            new Statement("FullAWSAccess", Effect.ALLOW, null, Actions.of("*"), Resources.of("*"), Conditions.none())));

    private FullAccess() {}
}
