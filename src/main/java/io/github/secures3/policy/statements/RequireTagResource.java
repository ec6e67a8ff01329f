package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies tagging buckets by the old API ({@code PutBucketTagging}, {@code DeleteBucketTagging}), which replaces all tags at once and
 * tells policies none of their keys; {@code TagResource} and {@code UntagResource} remain.
 *
 * <p>Lets pass: the excepted principals; the new API; reading tags by either; tags of objects. Without it, a tag that {@link
 * ProtectTagKeys} guards could be set by the old API before attribute-based access control is switched on. Breaks: tools that still
 * tag by the old API.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC in general purpose buckets</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_TagResource.html">TagResource</a>
 * @since 0.1
 */
public record RequireTagResource(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public RequireTagResource {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(this, List.of("s3:PutBucketTagging"), exceptPrincipalArns);
    }
}
