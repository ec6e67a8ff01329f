package io.github.secures3.constructs.organization;

/**
 * Types of organization policy that guardrails are written in. Each must be enabled on the root of the organization once.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html">Enabling a policy type</a>
 * @since 0.1
 */
public enum OrganizationPolicyType {
    /** Resource control policies. */
    RESOURCE_CONTROL_POLICY("ResourceControl", "resource-control"),
    /** Service control policies. */
    SERVICE_CONTROL_POLICY("ServiceControl", "service-control"),
    /** S3 policies: Block Public Access for whole accounts. */
    S3_POLICY("PublicAccess", "public-access");

    private final String id;
    private final String slug;

    OrganizationPolicyType(String id, String slug) {
        this.id = id;
        this.slug = slug;
    }

    /** What construct ids of this type start with. */
    String id() {
        return id;
    }

    /** What stands for the type in names of policies. */
    String slug() {
        return slug;
    }
}
