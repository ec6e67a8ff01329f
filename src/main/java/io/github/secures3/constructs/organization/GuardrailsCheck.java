package io.github.secures3.constructs.organization;

import io.github.secures3.constructs.InvalidConfigurationException;
import java.util.function.Supplier;
import software.constructs.Construct;

/** Puts the construct's path before whatever is refused; the path is read only when there is something to refuse. */
final class GuardrailsCheck {

    private static final int LONGEST_REASON = 256;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_SUFFIX = "-resource-control-99".length();

    private final Construct scope;
    private final String id;

    GuardrailsCheck(Construct scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    /** Refuses settings that no plan can be made from, and makes the plan. */
    GuardrailPlan plan(GuardrailSettings settings) {
        String organization = settings.organizationId;
        if (organization == null) {
            throw failure("organizationId is missing; give the id of the organization, such as o-exampleorgid");
        }
        that(
                settings.rollout != null,
                () -> "nothing says where the guardrails are attached; give a rollout, such as Rollout.to(\"r-ab12\")");
        that(
                !settings.deploymentRoles.isEmpty(),
                () -> "deploymentRoles is empty, so that nobody could configure a bucket any more; name the roles"
                        + " that deploy, such as arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-* for the CDK");
        that(
                settings.publicAccessLeftToAccounts == null || settings.publicAccessBlockTurnedOff == null,
                () -> "leavePublicAccessToAccounts and turnOffBlockPublicAccessEverywhere are both set; choose one"
                        + " of them");
        String prefix = settings.policyNamePrefix;
        that(
                prefix == null || (!prefix.isBlank() && prefix.length() <= LONGEST_NAME - LONGEST_SUFFIX),
                () -> "policyNamePrefix '" + prefix + "' is not valid; give 1 to " + (LONGEST_NAME - LONGEST_SUFFIX)
                        + " characters, for AWS takes names of " + LONGEST_NAME);
        GuardrailPlan plan = refusing(() -> {
            String root = settings.rootWithPolicyTypes;
            if (root != null) {
                Rollout.requireRoot(root);
            }
            return GuardrailPlan.of(organization, settings);
        });
        that(
                settings.publicAccessLeftToAccounts == null
                        || plan.all().stream()
                                .anyMatch(packed -> !packed.policies().isEmpty()),
                () -> "every guardrail is left out; remove the construct instead");
        return plan;
    }

    void that(boolean holds, Supplier<String> problem) {
        if (!holds) {
            throw failure(problem.get());
        }
    }

    <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidConfigurationException named) {
            throw named;
        } catch (IllegalArgumentException invalid) {
            throw failure(String.valueOf(invalid.getMessage()));
        }
    }

    /** The name of policies: where the construct stands, unless one is chosen. */
    String namePrefix(GuardrailSettings settings) {
        String prefix = settings.policyNamePrefix;
        if (prefix != null) {
            return prefix;
        }
        String path = path().replace('/', '-');
        that(
                path.length() <= LONGEST_NAME - LONGEST_SUFFIX,
                () -> "the path makes policy names that are too long; set policyNamePrefix");
        return path;
    }

    static String reason(String method, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(method + " was given the reason '" + reason + "'; say in 1 to "
                    + LONGEST_REASON + " characters why the organization may go without the default");
        }
        return reason;
    }

    private String path() {
        return InvalidConfigurationException.pathOf(scope, id);
    }

    private InvalidConfigurationException failure(String problem) {
        return new InvalidConfigurationException(path(), problem);
    }
}
