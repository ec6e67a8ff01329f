package io.github.secures3.policy;

/**
 * The kinds of policy document whose grammar differs.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy checks</a>
 * @since 0.1
 */
public enum PolicyType {
    /**
     * Attached to a user, group or role: no principal, no Id, Resource in every statement, Sids of letters and digits.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">Identity-based policies</a>
     */
    IDENTITY("an identity policy", Presence.FORBIDDEN, Presence.REQUIRED, Presence.FORBIDDEN, true),
    /**
     * Attached to a bucket, an access point, a key: a principal and a resource in every statement; any Sid.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
     */
    RESOURCE("a resource policy", Presence.REQUIRED, Presence.REQUIRED, Presence.OPTIONAL, false),
    /**
     * Says who may assume a role: a principal, which may not be the bare {@code "*"}, no NotPrincipal, no resource, Sids of letters and
     * digits.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html">Role trust policies</a>
     */
    TRUST("a trust policy", Presence.REQUIRED, Presence.FORBIDDEN, Presence.OPTIONAL, true),
    /**
     * Handed over when a role is assumed: the grammar of identity policies.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session policies</a>
     */
    SESSION("a session policy", Presence.FORBIDDEN, Presence.REQUIRED, Presence.FORBIDDEN, true),
    /**
     * Limits what a user or role can be granted: the grammar of identity policies.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions boundaries</a>
     */
    PERMISSIONS_BOUNDARY("a permissions boundary", Presence.FORBIDDEN, Presence.REQUIRED, Presence.FORBIDDEN, true),
    /**
     * Limits the principals of member accounts: no principal, no Id, the current language version; since September 2025 otherwise the
     * full language, with conditions, NotAction and NotResource under Allow too.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html">SCP syntax</a>
     */
    SERVICE_CONTROL("a service control policy", Presence.FORBIDDEN, Presence.REQUIRED, Presence.FORBIDDEN, false),
    /**
     * Limits access to the resources of member accounts: Deny only (AWS keeps Allow for RCPFullAWSAccess), the principal {@code "*"}, actions
     * of named services, no NotAction, no NotPrincipal, no Id, the current language version.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">RCP syntax</a>
     */
    RESOURCE_CONTROL("a resource control policy", Presence.REQUIRED, Presence.REQUIRED, Presence.FORBIDDEN, false),
    /**
     * Attached to a VPC endpoint: a principal and a resource in every statement.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</a>
     */
    ENDPOINT("an endpoint policy", Presence.REQUIRED, Presence.REQUIRED, Presence.OPTIONAL, false),
    /** A document whose use is not known: what holds for one type only is not demanded. */
    ANY("a policy", Presence.OPTIONAL, Presence.OPTIONAL, Presence.OPTIONAL, false);

    /** Whether an element has to be there. */
    public enum Presence {
        /** Must be there. */
        REQUIRED,
        /** May be there. */
        OPTIONAL,
        /** Must not be there. */
        FORBIDDEN
    }

    private final String title;
    private final Presence principal;
    private final Presence resource;
    private final Presence id;
    private final boolean alphanumericSids;

    PolicyType(String title, Presence principal, Presence resource, Presence id, boolean alphanumericSids) {
        this.title = title;
        this.principal = principal;
        this.resource = resource;
        this.id = id;
        this.alphanumericSids = alphanumericSids;
    }

    /** The type in words, with its article, as messages name it. */
    public String title() {
        return title;
    }

    /** Whether a statement names principals, with {@code Principal} or {@code NotPrincipal}. */
    public Presence principal() {
        return principal;
    }

    /** Whether a statement names resources, with {@code Resource} or {@code NotResource}. */
    public Presence resource() {
        return resource;
    }

    /** Whether the document carries an {@code Id}. */
    public Presence id() {
        return id;
    }

    /**
     * Whether a Sid is held to the characters A-Z, a-z and 0-9.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
     */
    public boolean hasAlphanumericSids() {
        return alphanumericSids;
    }

    /** Whether the document belongs to AWS Organizations, which accepts the current language version alone. */
    public boolean isOrganizationPolicy() {
        return this == SERVICE_CONTROL || this == RESOURCE_CONTROL;
    }
}
