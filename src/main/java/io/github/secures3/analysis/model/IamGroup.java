package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * An IAM group.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param inlinePolicies the policies written into it
 * @param managedPolicies ARNs of the managed policies attached to it
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-group.html">AWS::IAM::Group</a>
 * @since 0.1
 */
public record IamGroup(
        Element element,
        Value<String> name,
        String arn,
        Value<List<NamedPolicy>> inlinePolicies,
        Value<List<Value<String>>> managedPolicies)
        implements Resource {

    /** Checks that nothing is missing. */
    public IamGroup {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(inlinePolicies, "inlinePolicies");
        Objects.requireNonNull(managedPolicies, "managedPolicies");
    }
}
