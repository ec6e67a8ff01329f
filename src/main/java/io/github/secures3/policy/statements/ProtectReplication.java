package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing, removing or pausing the replication of buckets.
 *
 * <p>Lets pass: the excepted principals; replication itself, which a role does with other actions. Breaks: experiments of AWS Fault
 * Injection Service that pause replication, unless their role is excepted.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">Replicating objects</a>
 * @since 0.1
 */
public record ProtectReplication(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectReplication {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this, List.of("s3:PauseReplication", "s3:PutReplicationConfiguration"), exceptPrincipalArns);
    }
}
