package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * The policy of a table bucket or of a table in it.
 *
 * @param element what it has in common with all resources
 * @param target the ARN of the table bucket or table
 * @param document what it says
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3tables-tablebucketpolicy.html">AWS::S3Tables::TableBucketPolicy</a>
 * @since 0.1
 */
public record TableBucketPolicy(Element element, Value<String> target, Value<LocatedPolicy> document)
        implements Resource {

    /** Checks that nothing is missing. */
    public TableBucketPolicy {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(document, "document");
    }
}
