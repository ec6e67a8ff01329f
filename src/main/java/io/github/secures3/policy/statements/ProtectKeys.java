package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies deleting and disabling KMS keys, their material and their stores, and switching rotation off: without its key, data is lost
 * however well it is replicated.
 *
 * <p>Lets pass: the excepted principals; every use of a key; cancelling a deletion and enabling a key, which mend. Breaks: deletion of
 * keys with their stacks, unless the deployment role is excepted.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html">Deleting KMS keys</a>
 * @since 0.1
 */
public record ProtectKeys(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectKeys {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this,
                List.of(
                        "kms:DeleteCustomKeyStore",
                        "kms:DeleteImportedKeyMaterial",
                        "kms:DisableKey",
                        "kms:DisableKeyRotation",
                        "kms:DisconnectCustomKeyStore",
                        "kms:ScheduleKeyDeletion"),
                exceptPrincipalArns);
    }
}
