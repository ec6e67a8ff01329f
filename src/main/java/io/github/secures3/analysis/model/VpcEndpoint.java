package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A VPC endpoint.
 *
 * @param element what it has in common with all resources
 * @param id its id
 * @param service the service behind it, such as {@code com.amazonaws.eu-west-1.s3}
 * @param vpc the VPC
 * @param endpointType {@code Gateway} or {@code Interface}; absent means {@code Gateway}
 * @param policy its policy; absent means that everything is allowed
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html">AWS::EC2::VPCEndpoint</a>
 * @since 0.1
 */
public record VpcEndpoint(
        Element element,
        Value<String> id,
        Value<String> service,
        Value<String> vpc,
        Value<String> endpointType,
        Value<LocatedPolicy> policy)
        implements Resource {

    /** Checks that nothing is missing. */
    public VpcEndpoint {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(endpointType, "endpointType");
        Objects.requireNonNull(policy, "policy");
    }
}
