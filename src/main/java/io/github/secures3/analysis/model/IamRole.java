package io.github.secures3.analysis.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * An IAM role.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param trustPolicy who may assume it
 * @param inlinePolicies the policies written into it
 * @param managedPolicies ARNs of the managed policies attached to it
 * @param permissionsBoundary the ARN of its permissions boundary
 * @param maxSessionDuration how long a session lasts at most, in seconds
 * @param tags tags
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">AWS::IAM::Role</a>
 * @since 0.1
 */
public record IamRole(
        Element element,
        Value<String> name,
        String arn,
        Value<LocatedPolicy> trustPolicy,
        Value<List<NamedPolicy>> inlinePolicies,
        Value<List<Value<String>>> managedPolicies,
        Value<String> permissionsBoundary,
        Value<BigDecimal> maxSessionDuration,
        Value<List<Tag>> tags)
        implements Resource {

    /** Checks that nothing is missing. */
    public IamRole {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(trustPolicy, "trustPolicy");
        Objects.requireNonNull(inlinePolicies, "inlinePolicies");
        Objects.requireNonNull(managedPolicies, "managedPolicies");
        Objects.requireNonNull(permissionsBoundary, "permissionsBoundary");
        Objects.requireNonNull(maxSessionDuration, "maxSessionDuration");
        Objects.requireNonNull(tags, "tags");
    }
}
