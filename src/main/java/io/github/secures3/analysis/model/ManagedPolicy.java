package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A managed policy, to be attached or used as a boundary.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param document what it says
 * @param roles names of roles it is attached to from here
 * @param users names of users it is attached to from here
 * @param groups names of groups it is attached to from here
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html">AWS::IAM::ManagedPolicy</a>
 * @since 0.1
 */
public record ManagedPolicy(
        Element element,
        Value<String> name,
        String arn,
        Value<LocatedPolicy> document,
        Value<List<Value<String>>> roles,
        Value<List<Value<String>>> users,
        Value<List<Value<String>>> groups)
        implements Resource {

    /** Checks that nothing is missing. */
    public ManagedPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(roles, "roles");
        Objects.requireNonNull(users, "users");
        Objects.requireNonNull(groups, "groups");
    }
}
