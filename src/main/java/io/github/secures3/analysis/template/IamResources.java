package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.IdentityProvider;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.PolicyType;

/**
 * Reads IAM roles, users, groups and policies.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">AWS::IAM::Role</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html">AWS::IAM::ManagedPolicy</a>
 */
final class IamResources {

    private IamResources() {}

    static void register(Family family) {
        family.accept("AWS::IAM::OIDCProvider", source -> provider(source, "ClientIdList"));
        // The CDK makes a provider by a custom resource, with the names of the API.
        family.accept("Custom::AWSCDKOpenIdConnectProvider", source -> provider(source, "ClientIDList"));
        family.accept("AWS::IAM::Role", IamResources::role);
        family.accept("AWS::IAM::User", IamResources::user);
        family.accept(
                "AWS::IAM::Group",
                source -> new IamGroup(
                        source.element(),
                        source.name(ArnRules.REF),
                        source.arn("Arn"),
                        source.inlinePolicies(),
                        source.properties().texts("ManagedPolicyArns")));
        family.accept(
                "AWS::IAM::UserToGroupAddition",
                source -> new GroupMembership(
                        source.element(),
                        source.text("GroupName"),
                        source.properties().texts("Users")));
        family.accept("AWS::IAM::ManagedPolicy", IamResources::managedPolicy);
        family.accept("AWS::IAM::Policy", source -> inline(source, "Roles", "Users", "Groups"));
        family.accept("AWS::IAM::RolePolicy", source -> inline(source, "RoleName", "Users", "Groups"));
        family.accept("AWS::IAM::UserPolicy", source -> inline(source, "Roles", "UserName", "Groups"));
        family.accept("AWS::IAM::GroupPolicy", source -> inline(source, "Roles", "Users", "GroupName"));
    }

    private static Resource role(Source source) {
        return new IamRole(
                source.element(),
                source.name(ArnRules.REF),
                source.arn("Arn"),
                source.policy("AssumeRolePolicyDocument", PolicyType.TRUST),
                source.inlinePolicies(),
                source.properties().texts("ManagedPolicyArns"),
                source.text("PermissionsBoundary"),
                source.properties().number("MaxSessionDuration"),
                source.properties().tags("Tags"));
    }

    private static Resource user(Source source) {
        return new IamUser(
                source.element(),
                source.name(ArnRules.REF),
                source.arn("Arn"),
                source.inlinePolicies(),
                source.properties().texts("ManagedPolicyArns"),
                source.text("PermissionsBoundary"),
                source.properties().texts("Groups"),
                source.properties().tags("Tags"));
    }

    private static Resource managedPolicy(Source source) {
        return new ManagedPolicy(
                source.element(),
                source.text("ManagedPolicyName"),
                source.arn("PolicyArn"),
                source.policy("PolicyDocument", PolicyType.IDENTITY),
                source.properties().texts("Roles"),
                source.properties().texts("Users"),
                source.properties().texts("Groups"));
    }

    private static Resource inline(Source source, String roles, String users, String groups) {
        return new InlinePolicy(
                source.element(),
                source.text("PolicyName"),
                source.policy("PolicyDocument", PolicyType.IDENTITY),
                source.properties().texts(roles),
                source.properties().texts(users),
                source.properties().texts(groups));
    }

    private static IdentityProvider provider(Source source, String clients) {
        return new IdentityProvider(
                source.element(),
                source.text("Url"),
                source.properties().texts(clients),
                source.properties().texts("ThumbprintList"));
    }
}
