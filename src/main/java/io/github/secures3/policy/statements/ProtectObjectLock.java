package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing the Object Lock configuration of buckets, and going round retention in governance mode.
 *
 * <p>Lets pass: the excepted principals; lengthening a retention, setting one on an object, placing a legal hold, none of which
 * weakens the lock. Breaks: administrators who delete locked versions, the console among them, which always asks for the bypass.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html#object-lock-managing-bypass">Bypassing governance mode</a>
 * @since 0.1
 */
public record ProtectObjectLock(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectObjectLock {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this,
                List.of("s3:BypassGovernanceRetention", "s3:PutBucketObjectLockConfiguration"),
                exceptPrincipalArns);
    }
}
