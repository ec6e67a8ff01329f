package io.github.secures3.policy.statements;

import java.util.List;

/**
 * The networks that data is reached from, and the principals that may come from anywhere.
 *
 * <p>{@code aws:SourceIp} is absent from requests through a VPC endpoint, and {@code aws:SourceVpc} and {@code aws:SourceVpce} are absent
 * from all others: private address ranges never match, name the endpoint or the VPC instead.
 *
 * @param vpcEndpointIds VPC endpoints, such as {@code vpce-1a2b3c4d}
 * @param vpcIds VPCs whose S3 endpoints pass, such as {@code vpc-1a2b3c4d}; ids are unique within a Region only
 * @param cidrs public IPv4 and IPv6 ranges, such as {@code 203.0.113.0/24}; never a range of all addresses
 * @param exemptPrincipalArns roles and users that pass from any network, wildcards allowed: replication, backup and batch roles, which AWS
 *     uses from its own network
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html">Access from VPC endpoints</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip">aws:SourceIp</a>
 * @since 0.1
 */
public record NetworkPerimeter(
        List<String> vpcEndpointIds, List<String> vpcIds, List<String> cidrs, List<String> exemptPrincipalArns) {

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if an id or range has not the form that AWS documents, no network is given, or an
     *     exemption fits every role or user
     */
    public NetworkPerimeter {
        vpcEndpointIds = Identifiers.vpcEndpoints(vpcEndpointIds);
        vpcIds = Identifiers.vpcs(vpcIds);
        cidrs = Identifiers.cidrs(cidrs);
        exemptPrincipalArns = Identifiers.exemptPrincipalArns(exemptPrincipalArns);
        if (vpcEndpointIds.isEmpty() && vpcIds.isEmpty() && cidrs.isEmpty()) {
            throw new IllegalArgumentException(
                    "the network perimeter has no network; name a VPC endpoint, a VPC or a CIDR range, or nobody can reach the data");
        }
    }
}
