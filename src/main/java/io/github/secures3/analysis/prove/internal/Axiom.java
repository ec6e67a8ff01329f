package io.github.secures3.analysis.prove.internal;

import java.net.URI;

/**
 * Something that holds for every request that really occurs, so that no proof fails over one that cannot.
 *
 * @since 0.1
 */
public enum Axiom {
    /** Each request says whether it came over TLS, and one that did says with which version. */
    TRANSPORT(
            "aws:SecureTransport is in every request, and s3:TlsVersion in those over TLS alone, with 1.0, 1.1, 1.2 or"
                    + " 1.3",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html"),
    /** A request comes from an address or through a VPC endpoint. */
    NETWORK(
            "a caller's request has aws:SourceIp, or, through a VPC endpoint, aws:SourceVpc, aws:SourceVpce and"
                    + " aws:VpcSourceIp; a service's has none",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties"),
    /** Organization keys are there for members only. */
    ORGANIZATION(
            "aws:PrincipalOrgID and aws:PrincipalOrgPaths are there for callers of member accounts alone, and name an"
                    + " organization whose accounts are given for callers of these alone",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid"),
    /** The two keys about one organization tell the same membership. */
    ORGANIZATION_PATHS(
            "aws:PrincipalOrgPaths is there with aws:PrincipalOrgID, and each path begins with the id, a slash and the"
                    + " root; so with the keys of resource, source and VPC endpoint",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths"),
    /** Keys about the caller need a caller with an account. */
    PRINCIPAL(
            "tags, session and sign-in keys of the principal are there for callers with an account alone,"
                    + " aws:FederatedProvider for sessions of roles; anonymous requests are not signed",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties"),
    /** Source keys come with services that call by themselves. */
    SERVICE_SOURCE(
            "aws:SourceArn, aws:SourceAccount, aws:SourceOrgID and aws:SourceOrgPaths are there for AWS services that"
                    + " call by themselves alone",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn"),
    /** Calls that a service makes for its caller. */
    VIA_SERVICE(
            "aws:ViaAWSService is in every request, true for callers with an account alone, and aws:CalledVia comes"
                    + " with it",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-viaawsservice"),
    /** The clock and the Region. */
    ALWAYS_THERE(
            "aws:CurrentTime, aws:EpochTime and aws:RequestedRegion are in every request",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"),
    /** What comes through an access point. */
    ACCESS_POINT(
            "s3:DataAccessPointArn, s3:DataAccessPointAccount and s3:AccessPointNetworkOrigin are there together, and"
                    + " then the request is signed and came over TLS",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html"),
    /** Keys of a service belong to its actions. */
    KEYS_OF_ACTIONS(
            "a key of Amazon S3 is in requests for those actions alone for which AWS lists it",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html"),
    /** Actions work on their own kinds of resource. */
    RESOURCES_OF_ACTIONS(
            "an action works on the kinds of resource that AWS lists for it",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html");

    private final String sentence;
    private final URI page;

    Axiom(String sentence, String page) {
        this.sentence = sentence;
        this.page = URI.create(page);
    }

    /** What holds, in one sentence without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** The AWS page that says so. */
    public URI page() {
        return page;
    }
}
