package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A policy resource that is written into roles, users or groups.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param document what it says
 * @param roles names of the roles
 * @param users names of the users
 * @param groups names of the groups
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html">AWS::IAM::Policy</a>
 * @since 0.1
 */
public record InlinePolicy(
        Element element,
        Value<String> name,
        Value<LocatedPolicy> document,
        Value<List<Value<String>>> roles,
        Value<List<Value<String>>> users,
        Value<List<Value<String>>> groups)
        implements Resource {

    /** Checks that nothing is missing. */
    public InlinePolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(roles, "roles");
        Objects.requireNonNull(users, "users");
        Objects.requireNonNull(groups, "groups");
    }
}
