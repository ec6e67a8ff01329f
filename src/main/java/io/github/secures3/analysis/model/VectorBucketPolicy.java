package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a vector bucket.
 *
 * @param element what it has in common with all resources
 * @param target the ARN or name of the vector bucket
 * @param document what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3vectors-vectorbucketpolicy.html">AWS::S3Vectors::VectorBucketPolicy</a>
 * @since 0.1
 */
public record VectorBucketPolicy(Element element, Value<String> target, Value<LocatedPolicy> document)
        implements Resource {

    /** Checks that nothing is missing. */
    public VectorBucketPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(document, "document");
    }
}
