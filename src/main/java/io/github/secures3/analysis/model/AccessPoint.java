package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * An access point of a bucket.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param bucket the name of the bucket behind it
 * @param bucketAccount the account of that bucket; absent means its own
 * @param vpc the VPC that it is limited to; absent means the internet
 * @param networkOrigin {@code VPC} or {@code Internet}; unknown where only the deployment decides which
 * @param publicAccessBlock Block Public Access; all on where absent
 * @param policy its policy
 * @param tags tags
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html">AWS::S3::AccessPoint</a>
 * @since 0.1
 */
public record AccessPoint(
        Element element,
        Value<String> name,
        String arn,
        Value<String> bucket,
        Value<String> bucketAccount,
        Value<String> vpc,
        Value<String> networkOrigin,
        Value<PublicAccessBlock> publicAccessBlock,
        Value<LocatedPolicy> policy,
        Value<List<Tag>> tags)
        implements Resource {

    /** Checks that nothing is missing. */
    public AccessPoint {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(bucketAccount, "bucketAccount");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(networkOrigin, "networkOrigin");
        Objects.requireNonNull(publicAccessBlock, "publicAccessBlock");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(tags, "tags");
    }
}
