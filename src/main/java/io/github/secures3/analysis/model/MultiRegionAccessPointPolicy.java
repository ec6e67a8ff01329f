package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a multi-Region access point.
 *
 * @param element what it has in common with all resources
 * @param accessPoint the name of the access point
 * @param policy what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspointpolicy.html">AWS::S3::MultiRegionAccessPointPolicy</a>
 * @since 0.1
 */
public record MultiRegionAccessPointPolicy(Element element, Value<String> accessPoint, Value<LocatedPolicy> policy)
        implements Resource {

    /** Checks that nothing is missing. */
    public MultiRegionAccessPointPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(accessPoint, "accessPoint");
        Objects.requireNonNull(policy, "policy");
    }
}
