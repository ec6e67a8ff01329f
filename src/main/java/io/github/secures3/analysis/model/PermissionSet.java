package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A permission set of IAM Identity Center, from which it makes a role in each account that the set is assigned to.
 *
 * @param element what it has in common with all resources
 * @param inlinePolicy the policy in it
 * @param managedPolicies ARNs of managed policies of AWS
 * @param customerPolicies names of managed policies in the accounts, with their paths
 * @param permissionsBoundary the boundary as text to compare
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html">AWS::SSO::PermissionSet</a>
 * @since 0.1
 */
public record PermissionSet(
        Element element,
        Value<LocatedPolicy> inlinePolicy,
        Value<List<Value<String>>> managedPolicies,
        Value<List<Value<String>>> customerPolicies,
        Value<String> permissionsBoundary)
        implements Resource {

    /** Checks that nothing is missing. */
    public PermissionSet {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(inlinePolicy, "inlinePolicy");
        Objects.requireNonNull(managedPolicies, "managedPolicies");
        Objects.requireNonNull(customerPolicies, "customerPolicies");
        Objects.requireNonNull(permissionsBoundary, "permissionsBoundary");
    }
}
