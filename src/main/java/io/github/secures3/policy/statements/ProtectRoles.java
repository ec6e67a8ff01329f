package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies making, changing and deleting named roles: an exception by role name is worth no more than the control over who can have that name.
 *
 * <p>Lets pass: the excepted principals, which must include whoever sets accounts up; assuming the roles, which their trust policies decide.
 * Breaks: bootstrapping of accounts by anybody else.
 *
 * @param roleArns the roles, such as {@code arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*}, at least one
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html">General SCP
 *     examples</a>
 * @since 0.1
 */
public record ProtectRoles(List<String> roleArns, List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, no role is named, or an ARN means
     *     everybody
     */
    public ProtectRoles {
        roleArns = Identifiers.requireSome(
                Identifiers.exemptPrincipalArns(roleArns), "role to protect", "name the roles that guardrails except");
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onIdentities(
                        this,
                        List.of(
                                "iam:AttachRolePolicy",
                                "iam:CreateRole",
                                "iam:DeleteRole",
                                "iam:DeleteRolePermissionsBoundary",
                                "iam:DeleteRolePolicy",
                                "iam:DetachRolePolicy",
                                "iam:PutRolePermissionsBoundary",
                                "iam:PutRolePolicy",
                                "iam:TagRole",
                                "iam:UntagRole",
                                "iam:UpdateAssumeRolePolicy",
                                "iam:UpdateRole"))
                .resources(roleArns);
        return Guardrails.exceptPrincipals(deny, exceptPrincipalArns).build();
    }
}
