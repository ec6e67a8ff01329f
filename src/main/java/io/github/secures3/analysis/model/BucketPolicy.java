package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a bucket.
 *
 * @param element what it has in common with all resources
 * @param bucket the name of the bucket
 * @param document what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">AWS::S3::BucketPolicy</a>
 * @since 0.1
 */
public record BucketPolicy(Element element, Value<String> bucket, Value<LocatedPolicy> document) implements Resource {

    /** Checks that nothing is missing. */
    public BucketPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(document, "document");
    }
}
