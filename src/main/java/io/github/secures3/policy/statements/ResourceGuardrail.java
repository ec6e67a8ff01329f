package io.github.secures3.policy.statements;

import io.github.secures3.policy.PolicyType;

/**
 * A guardrail for resource control policies: what nobody may do to the resources of member accounts, callers from outside included.
 *
 * <p>AWS applies it neither to resources of the management account, nor to service-linked roles, nor to AWS managed keys.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</a>
 * @since 0.1
 */
public sealed interface ResourceGuardrail extends Guardrail
        permits ConfusedDeputyProtection,
                EncryptedTransport,
                IdentityPerimeter,
                MinimumTlsVersion,
                NoCustomerProvidedKeys,
                PresignedRequestAge {

    @Override
    default PolicyType type() {
        return PolicyType.RESOURCE_CONTROL;
    }
}
