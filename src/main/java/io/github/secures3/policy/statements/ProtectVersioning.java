package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing versioning and MFA delete of buckets.
 *
 * <p>Lets pass: the excepted principals. No condition key tells enabling from suspending, so both are denied. Breaks: restores by AWS
 * Backup into new buckets, unless the role that AWS Backup is given is excepted.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Versioning</a>
 * @since 0.1
 */
public record ProtectVersioning(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectVersioning {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(this, List.of("s3:PutBucketVersioning"), exceptPrincipalArns);
    }
}
