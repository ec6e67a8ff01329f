package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a directory bucket.
 *
 * @param element what it has in common with all resources
 * @param bucket the name of the bucket
 * @param document what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-bucketpolicy.html">AWS::S3Express::BucketPolicy</a>
 * @since 0.1
 */
public record DirectoryBucketPolicy(Element element, Value<String> bucket, Value<LocatedPolicy> document)
        implements Resource {

    /** Checks that nothing is missing. */
    public DirectoryBucketPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(document, "document");
    }
}
