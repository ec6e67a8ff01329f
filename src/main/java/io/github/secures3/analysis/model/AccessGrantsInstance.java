package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * The instance that holds the Access Grants of an account in a Region.
 *
 * @param element what it has in common with all resources
 * @param arn its ARN, markers for unknown parts included
 * @param identityCenter the ARN of the IAM Identity Center instance
 * @param tags tags
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrantsinstance.html">AWS::S3::AccessGrantsInstance</a>
 * @since 0.1
 */
public record AccessGrantsInstance(Element element, String arn, Value<String> identityCenter, Value<List<Tag>> tags)
        implements Resource {

    /** Checks that nothing is missing. */
    public AccessGrantsInstance {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(identityCenter, "identityCenter");
        Objects.requireNonNull(tags, "tags");
    }
}
