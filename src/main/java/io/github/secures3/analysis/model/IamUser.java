package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * An IAM user.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param inlinePolicies the policies written into it
 * @param managedPolicies ARNs of the managed policies attached to it
 * @param permissionsBoundary the ARN of its permissions boundary
 * @param groups names of its groups
 * @param tags tags
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html">AWS::IAM::User</a>
 * @since 0.1
 */
public record IamUser(
        Element element,
        Value<String> name,
        String arn,
        Value<List<NamedPolicy>> inlinePolicies,
        Value<List<Value<String>>> managedPolicies,
        Value<String> permissionsBoundary,
        Value<List<Value<String>>> groups,
        Value<List<Tag>> tags)
        implements Resource {

    /** Checks that nothing is missing. */
    public IamUser {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(inlinePolicies, "inlinePolicies");
        Objects.requireNonNull(managedPolicies, "managedPolicies");
        Objects.requireNonNull(permissionsBoundary, "permissionsBoundary");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(tags, "tags");
    }
}
