package io.github.secures3.requests;

import io.github.secures3.policy.PolicyDocument;
import java.util.Set;

/**
 * Whom the policies of an organization bind at all, before a statement is looked at.
 *
 * @param managementAccount the account that none of them binds
 * @param memberAccounts the accounts that they are attached to
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Service control policies</a>
 */
public record OrganizationOracle(String managementAccount, Set<String> memberAccounts) {

    /** Whether a resource control policy denies a request for a resource of this account. */
    public boolean resourceControlDenies(PolicyDocument policy, TestRequest request, String resourceAccount) {
        boolean retiresGrant = request.action().equalsIgnoreCase("kms:RetireGrant");
        return binds(resourceAccount)
                && !isServiceLinkedRole(request)
                && !retiresGrant
                && PolicyOracle.denies(policy, request);
    }

    /** Whether a service control policy denies a request: it binds identities of member accounts, wherever the resource lies. */
    public boolean serviceControlDenies(PolicyDocument policy, TestRequest request) {
        String[] caller = request.principal().split(":", 6);
        boolean isIdentity = caller.length == 6;
        return isIdentity && binds(caller[4]) && !isServiceLinkedRole(request) && PolicyOracle.denies(policy, request);
    }

    private boolean binds(String account) {
        return memberAccounts.contains(account) && !account.equals(managementAccount);
    }

    private static boolean isServiceLinkedRole(TestRequest request) {
        return request.values("aws:PrincipalArn").stream().anyMatch(arn -> arn.contains(":role/aws-service-role/"));
    }
}
