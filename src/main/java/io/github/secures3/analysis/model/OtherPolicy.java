package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a resource of which nothing else is looked into.
 *
 * @param element what it has in common with all resources
 * @param word what the policy is called
 * @param target what it is on, where that is a resource of its own
 * @param document what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3objectlambda-accesspointpolicy.html">AWS::S3ObjectLambda::AccessPointPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-accesspoint.html">AWS::S3Express::AccessPoint</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3outposts-bucketpolicy.html">AWS::S3Outposts::BucketPolicy</a>
 * @since 0.1
 */
public record OtherPolicy(Element element, String word, Value<String> target, Value<LocatedPolicy> document)
        implements Resource {

    /** Checks that nothing is missing. */
    public OtherPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(document, "document");
    }
}
