package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies deleting and detaching recovery points, and weakening vaults, their locks, policies and notifications, plans and selections
 * of AWS Backup.
 *
 * <p>Lets pass: the excepted principals; backing up, copying and restoring; the expiry of recovery points by their own lifecycle,
 * which AWS Backup does under a service-linked role. Breaks: deployments of vaults and plans, unless their role is excepted.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html">AWS Backup Vault Lock</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html">Actions of AWS Backup</a>
 * @since 0.1
 */
public record ProtectBackups(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectBackups {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this,
                List.of(
                        "backup:DeleteBackupPlan",
                        "backup:DeleteBackupSelection",
                        "backup:DeleteBackupVault",
                        "backup:DeleteBackupVaultAccessPolicy",
                        "backup:DeleteBackupVaultLockConfiguration",
                        "backup:DeleteBackupVaultNotifications",
                        "backup:DeleteRecoveryPoint",
                        "backup:DisassociateRecoveryPoint",
                        "backup:DisassociateRecoveryPointFromParent",
                        "backup:PutBackupVaultAccessPolicy",
                        "backup:PutBackupVaultLockConfiguration",
                        "backup:PutBackupVaultNotifications",
                        "backup:UpdateBackupPlan",
                        "backup:UpdateGlobalSettings",
                        "backup:UpdateRecoveryPointLifecycle",
                        "backup:UpdateRegionSettings"),
                exceptPrincipalArns);
    }
}
