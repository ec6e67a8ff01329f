package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A multi-Region access point.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param buckets the names of the buckets behind it
 * @param publicAccessBlock Block Public Access; all on where absent
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspoint.html">AWS::S3::MultiRegionAccessPoint</a>
 * @since 0.1
 */
public record MultiRegionAccessPoint(
        Element element,
        Value<String> name,
        String arn,
        Value<List<Value<String>>> buckets,
        Value<PublicAccessBlock> publicAccessBlock)
        implements Resource {

    /** Checks that nothing is missing. */
    public MultiRegionAccessPoint {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(buckets, "buckets");
        Objects.requireNonNull(publicAccessBlock, "publicAccessBlock");
    }
}
