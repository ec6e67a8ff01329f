package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The service control policies above an account, level by level, beside AWS's {@code FullAWSAccess}.
 *
 * <p>Policies that only deny rely on {@code FullAWSAccess}, which AWS attaches everywhere. One that allows may have taken its place: whether it still
 * is attached there, no template tells.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">How service control
 *     policies are evaluated</a>
 */
final class ServiceControl {

    private static final String FULL_ACCESS = "FullAWSAccess";

    private final List<AttachedPolicy> denying = new ArrayList<>();
    private final Map<String, Allowing> allowing = new TreeMap<>();

    /** What allows on one root, unit or account. */
    private record Allowing(List<String> names, List<AttachedPolicy> policies) {}

    /** A policy that is attached to these roots, units or accounts. */
    void add(String name, AttachedPolicy policy, List<String> targets) {
        boolean allows =
                policy.document().statements().stream().anyMatch(statement -> statement.effect() == Effect.ALLOW);
        if (!allows) {
            denying.add(policy);
            return;
        }
        for (String target : targets) {
            Allowing there = allowing.computeIfAbsent(target, id -> new Allowing(new ArrayList<>(), new ArrayList<>()));
            there.names().add(name);
            there.policies().add(policy);
        }
    }

    /** Each must allow; none where no policy is attached. Levels of the same policies are one. */
    List<List<AttachedPolicy>> levels() {
        List<List<AttachedPolicy>> levels = new ArrayList<>();
        if (!denying.isEmpty()) {
            List<AttachedPolicy> level = new ArrayList<>(denying);
            level.add(fullAccess("*"));
            levels.add(level);
        }
        allowing.values().stream().distinct().forEach(there -> {
            List<AttachedPolicy> level = new ArrayList<>(there.policies());
            level.add(fullAccess(UnresolvedToken.of(
                    "whether " + FULL_ACCESS + " is still attached beside " + String.join(", ", there.names()))));
            levels.add(level);
        });
        return levels;
    }

    private static AttachedPolicy fullAccess(String resources) {
        return AttachedPolicy.of(PolicyDocument.of(new Statement(
                FULL_ACCESS, Effect.ALLOW, null, Actions.of("*"), Resources.of(resources), Conditions.none())));
    }
}
