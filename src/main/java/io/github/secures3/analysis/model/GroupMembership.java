package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * Users that are put into a group.
 *
 * @param element what it has in common with all resources
 * @param group the name of the group
 * @param users names of the users
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-usertogroupaddition.html">AWS::IAM::UserToGroupAddition</a>
 * @since 0.1
 */
public record GroupMembership(Element element, Value<String> group, Value<List<Value<String>>> users)
        implements Resource {

    /** Checks that nothing is missing. */
    public GroupMembership {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(users, "users");
    }
}
