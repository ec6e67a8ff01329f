package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Denies changing named buckets and removing anything from them: those that audit trails, access logs and inventories arrive in.
 *
 * <p>Lets pass: the excepted principals; reading; the delivery of logs, which AWS services do under their own principals; the work of
 * lifecycle rules. Breaks: writers that deliver under a role of their own, unless it is excepted.
 *
 * @param bucketArns the buckets, such as {@code arn:aws:s3:::audit-trail}, wildcards allowed, at least one
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html">Security best practices in
 *     CloudTrail</a>
 * @since 0.1
 */
public record ProtectBuckets(List<String> bucketArns, List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of a bucket or IAM principal, no bucket is named, or an
     *     exception means everybody
     */
    public ProtectBuckets {
        bucketArns = Identifiers.requireSome(
                Identifiers.bucketArns(bucketArns), "bucket to protect", "name the buckets that logs arrive in");
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        List<String> resources = new ArrayList<>();
        for (String bucket : bucketArns) {
            resources.add(bucket);
            resources.add(bucket + "/*");
        }
        Statement.Builder deny = Guardrails.onIdentities(
                        this,
                        List.of(
                                "s3:BypassGovernanceRetention",
                                "s3:DeleteBucket*",
                                "s3:DeleteObject*",
                                "s3:PutBucket*",
                                "s3:PutEncryptionConfiguration",
                                "s3:PutLifecycleConfiguration",
                                "s3:PutObject*",
                                "s3:PutReplicationConfiguration",
                                "s3:TagResource",
                                "s3:UntagResource",
                                "s3:UpdateObjectEncryption"))
                .resources(resources);
        return Guardrails.exceptPrincipals(deny, exceptPrincipalArns).build();
    }
}
