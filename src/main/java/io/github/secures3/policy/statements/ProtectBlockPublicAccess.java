package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing or removing Block Public Access of accounts, buckets and access points.
 *
 * <p>Lets pass: the excepted principals. No condition key tells what a change sets, so strengthening is denied as well: a template
 * that sets Block Public Access on its bucket, as every good one does, deploys only under an excepted role. Buckets made without
 * saying anything about it pass and have all four settings on.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 * @since 0.1
 */
public record ProtectBlockPublicAccess(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectBlockPublicAccess {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this,
                List.of(
                        "s3:PutAccessPointPublicAccessBlock",
                        "s3:PutAccountPublicAccessBlock",
                        "s3:PutBucketPublicAccessBlock"),
                exceptPrincipalArns);
    }
}
