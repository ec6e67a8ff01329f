package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies switching attribute-based access control of buckets on or off. Off, tags decide nothing any more; on, every tag condition of
 * every policy begins to bite.
 *
 * <p>Lets pass: the excepted principals. AWS advises to audit all policies with tag conditions before it is switched on.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC in general purpose buckets</a>
 * @since 0.1
 */
public record ProtectAbac(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectAbac {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(this, List.of("s3:PutBucketAbac"), exceptPrincipalArns);
    }
}
