package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A policy of AWS Organizations.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param policyType its type, such as {@code RESOURCE_CONTROL_POLICY}
 * @param document what it says where it is a service or resource control policy; absent for other types
 * @param content what it says as JSON text, whatever its type
 * @param publicAccess what an S3 policy assigns to Block Public Access, {@code all} or {@code none}; absent where it assigns nothing, and for
 *     other types
 * @param targets ids of the roots, units and accounts it is attached to
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html">AWS::Organizations::Policy</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html">Amazon S3 policy syntax</a>
 * @since 0.1
 */
public record OrganizationPolicy(
        Element element,
        Value<String> name,
        Value<String> policyType,
        Value<LocatedPolicy> document,
        Value<String> content,
        Value<String> publicAccess,
        Value<List<Value<String>>> targets)
        implements Resource {

    /** Checks that nothing is missing. */
    public OrganizationPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(policyType, "policyType");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(publicAccess, "publicAccess");
        Objects.requireNonNull(targets, "targets");
    }
}
