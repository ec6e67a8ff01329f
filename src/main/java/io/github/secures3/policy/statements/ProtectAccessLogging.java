package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing or switching off server access logging of buckets.
 *
 * <p>Lets pass: the excepted principals; the delivery of logs, which S3 does under its own principal.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Server access logging</a>
 * @since 0.1
 */
public record ProtectAccessLogging(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectAccessLogging {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(this, List.of("s3:PutBucketLogging"), exceptPrincipalArns);
    }
}
