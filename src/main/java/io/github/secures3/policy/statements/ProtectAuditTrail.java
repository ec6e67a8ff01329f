package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies stopping, deleting and narrowing trails and event data stores of CloudTrail.
 *
 * <p>Lets pass: the excepted principals; reading trails and looking up events; the delivery of logs, which CloudTrail does under its
 * own principal. Protect the bucket that they go to with {@link ProtectBuckets}.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html">Security best practices in CloudTrail</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html">Actions of CloudTrail</a>
 * @since 0.1
 */
public record ProtectAuditTrail(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectAuditTrail {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(
                this,
                List.of(
                        "cloudtrail:DeleteEventDataStore",
                        "cloudtrail:DeleteTrail",
                        "cloudtrail:PutEventSelectors",
                        "cloudtrail:PutInsightSelectors",
                        "cloudtrail:StopEventDataStoreIngestion",
                        "cloudtrail:StopLogging",
                        "cloudtrail:UpdateEventDataStore",
                        "cloudtrail:UpdateTrail"),
                exceptPrincipalArns);
    }
}
