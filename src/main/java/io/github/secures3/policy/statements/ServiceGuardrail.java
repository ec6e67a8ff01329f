package io.github.secures3.policy.statements;

import io.github.secures3.policy.PolicyType;

/**
 * A guardrail for service control policies: what no identity of a member account may do, its root user included.
 *
 * <p>AWS applies it neither to the management account, nor to service-linked roles, nor to AWS services under their own principal. It does
 * apply where a service passes on the credentials of its caller, as CloudFormation does: the caller's role must then be an exception.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Service control policies</a>
 * @since 0.1
 */
public sealed interface ServiceGuardrail extends Guardrail
        permits ProtectAbac,
                ProtectAccessLogging,
                ProtectAuditTrail,
                ProtectBackups,
                ProtectBlockPublicAccess,
                ProtectBuckets,
                ProtectEncryption,
                ProtectKeys,
                ProtectLegalHolds,
                ProtectLifecycle,
                ProtectObjectLock,
                ProtectReplication,
                ProtectRoles,
                ProtectTagKeys,
                ProtectVersioning,
                RequireAccountRegionalNamespace,
                RequireTagResource {

    @Override
    default PolicyType type() {
        return PolicyType.SERVICE_CONTROL;
    }
}
