package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.TreeSet;

/**
 * Denies setting and removing the tags that access is decided by: on buckets and access points, on keys, on roles and users, and on sessions.
 *
 * <p>Lets pass: the excepted principals, among which belong token vending roles, since they hand out session tags; all other tags; creation of
 * buckets, keys and roles without such a tag; federated sign-in, whose session tags come from the identity provider. The old tagging API
 * tells no keys: {@link RequireTagResource} closes it.
 *
 * @param tagKeys the keys, in any case, at least one
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html">Tagging and access control</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html#access_tags_control-tag-keys">Tag keys and their case</a>
 * @since 0.1
 */
public record ProtectTagKeys(List<String> tagKeys, List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks keys and ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if no key is given, AWS takes no such key, or a text holds no token and is no ARN of an IAM
     *     principal, or means everybody
     */
    public ProtectTagKeys {
        Identifiers.requireSome(tagKeys, "tag key to protect", "name the keys that policies test");
        tagKeys.forEach(ResourceTag::requireKey);
        tagKeys = List.copyOf(new TreeSet<>(tagKeys));
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    /** Whether the key is one of those protected, however its letters are written. */
    public boolean protects(String tagKey) {
        return tagKeys.stream().anyMatch(tagKey::equalsIgnoreCase);
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onIdentities(
                        this,
                        List.of(
                                "iam:CreateRole",
                                "iam:CreateUser",
                                "iam:TagRole",
                                "iam:TagUser",
                                "iam:UntagRole",
                                "iam:UntagUser",
                                "kms:CreateKey",
                                "kms:ReplicateKey",
                                "kms:TagResource",
                                "kms:UntagResource",
                                "s3:CreateAccessPoint",
                                "s3:CreateBucket",
                                "s3:TagResource",
                                "s3:UntagResource",
                                "sts:TagSession"))
                // aws:ResourceTag/team also reads a tag "Team": no spelling of the key may slip through.
                .when(Condition.of(
                        ConditionOperator.forAnyValue(Comparison.STRING_EQUALS_IGNORE_CASE), "aws:TagKeys", tagKeys));
        return Guardrails.exceptPrincipals(deny, exceptPrincipalArns).build();
    }
}
