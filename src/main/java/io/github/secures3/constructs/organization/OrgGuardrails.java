package io.github.secures3.constructs.organization;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.Guardrail;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.organizations.CfnPolicy;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Guardrails that no account of an organization can talk itself out of: resource control policies, service control policies and the S3
 * policy, written one after another and attached stage by stage.
 *
 * <p>Defaults: identities and sources outside the organization are denied S3, KMS and STS; plain HTTP and TLS below 1.2 are denied; SSE-C is
 * denied; Block Public Access is on in every account; its settings, versioning, Object Lock, default encryption, access logging,
 * replication, lifecycle, keys, backups and trails can be changed by the deployment roles alone. Guardrails with settings of their own,
 * such as the age of presigned requests or protected tag keys, are added with {@link Builder#guardrail}. Policies are kept when the stack
 * goes.
 *
 * <p>The stack belongs into the management account or that of a delegated administrator for policies. None of this binds the management
 * account itself.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html">Managing organization policies</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html">Delegated administrator</a>
 * @since 0.1
 */
public final class OrgGuardrails extends Construct {

    private final GuardrailPlan plan;
    private final List<CfnPolicy> policies;

    private OrgGuardrails(
            Construct scope,
            String id,
            GuardrailSettings settings,
            GuardrailPlan plan,
            String prefix,
            List<IConstruct> before) {
        super(scope, id);
        this.plan = plan;
        this.policies = new GuardrailPolicies(this, settings, plan, prefix).write(before);
    }

    /** How the statements are packed: resource control policies, then service control policies. */
    public List<PolicyPlan> getPlans() {
        return plan.all();
    }

    /** The plans as text: each policy with its size, the room left and its statements. */
    public String getReport() {
        return plan.all().stream().map(PolicyPlan::render).collect(Collectors.joining());
    }

    /** The policies, in the order they are written. */
    public List<CfnPolicy> getPolicies() {
        return policies;
    }

    /** Collects settings and makes the policies. */
    public static final class Builder {

        private final Construct scope;
        private final String id;
        private final GuardrailSettings settings = new GuardrailSettings();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** Starts from the defaults. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The organization, such as {@code o-exampleorgid}. A wrong id would shut everybody out of everything. */
        public Builder organizationId(String organizationId) {
            settings.organizationId = organizationId;
            return this;
        }

        /** Where the policies are attached, stage by stage. */
        public Builder rollout(Rollout rollout) {
            settings.rollout = rollout;
            return this;
        }

        /**
         * ARNs of the roles that may change what the guardrails protect, wildcards allowed: the roles that deploy. Each is as safe as the
         * control over who may have its name; see {@link io.github.secures3.policy.statements.ProtectRoles}.
         */
        public Builder deploymentRoles(List<String> roleArns) {
            settings.deploymentRoles = List.copyOf(roleArns);
            return this;
        }

        /** Accounts outside the organization whose identities and resources pass the perimeters. By default none. */
        public Builder trustedAccounts(List<String> accounts) {
            settings.trustedAccounts = List.copyOf(accounts);
            return this;
        }

        /** Adds a guardrail, or puts it in place of the default one of its class, with exceptions of its own. */
        public Builder guardrail(Guardrail guardrail) {
            settings.guardrails.add(guardrail);
            return this;
        }

        /** Leaves out a default guardrail. */
        public Builder allowWithout(Class<? extends Guardrail> guardrail, String reason) {
            settings.leftOut.put(guardrail, GuardrailsCheck.reason("allowWithout", reason));
            return this;
        }

        /** Statements of your own for resource control policies; they must deny and carry a Sid. */
        public Builder resourceControlStatements(List<Statement> statements) {
            settings.resourceControlStatements = List.copyOf(statements);
            return this;
        }

        /** Statements of your own for service control policies; they must deny and carry a Sid. */
        public Builder serviceControlStatements(List<Statement> statements) {
            settings.serviceControlStatements = List.copyOf(statements);
            return this;
        }

        /** What resource control policies can hold. By default {@link GuardrailLimits#resourceControl}. */
        public Builder resourceControlLimits(GuardrailLimits limits) {
            settings.resourceControlLimits = limits;
            return this;
        }

        /** What service control policies can hold. By default {@link GuardrailLimits#serviceControl}. */
        public Builder serviceControlLimits(GuardrailLimits limits) {
            settings.serviceControlLimits = limits;
            return this;
        }

        /** Writes no S3 policy: each account decides about Block Public Access by itself. */
        public Builder leavePublicAccessToAccounts(String reason) {
            settings.publicAccessLeftToAccounts = GuardrailsCheck.reason("leavePublicAccessToAccounts", reason);
            return this;
        }

        /**
         * Turns all four settings of Block Public Access off in every account in reach, over the accounts' heads. This is not the
         * absence of a guardrail but its opposite: whoever may write a bucket policy may then publish data.
         */
        public Builder turnOffBlockPublicAccessEverywhere(String reason) {
            settings.publicAccessBlockTurnedOff = GuardrailsCheck.reason("turnOffBlockPublicAccessEverywhere", reason);
            return this;
        }

        /** What the names of the policies start with; they are unique in the organization. By default the construct's path. */
        public Builder policyNamePrefix(String prefix) {
            settings.policyNamePrefix = prefix;
            return this;
        }

        /** Enables the policy types that are used on this root first, with {@link EnabledPolicyTypes}. By default they must be enabled. */
        public Builder enablePolicyTypes(String rootId) {
            settings.rootWithPolicyTypes = rootId;
            return this;
        }

        /** Deletes the policies when they leave the stack, which ends their protection. By default they are kept. */
        public Builder deleteWithStack(String reason) {
            settings.deletedWithStack = GuardrailsCheck.reason("deleteWithStack", reason);
            return this;
        }

        /**
         * The guardrails.
         *
         * @throws InvalidConfigurationException if something required is missing, settings contradict each other, or the statements do
         *     not fit, listing each with its size
         */
        public OrgGuardrails build() {
            GuardrailsCheck check = new GuardrailsCheck(scope, id);
            GuardrailPlan plan = check.plan(settings);
            String prefix = check.namePrefix(settings);
            return new OrgGuardrails(scope, id, settings, plan, prefix, OrganizationChanges.before(scope));
        }
    }
}
