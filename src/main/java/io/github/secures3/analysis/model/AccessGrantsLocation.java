package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A place that Access Grants can share.
 *
 * @param element what it has in common with all resources
 * @param id its id
 * @param scope the place, {@code s3://} or {@code s3://bucket/prefix}
 * @param role the ARN of the role whose rights are handed out
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrantslocation.html">AWS::S3::AccessGrantsLocation</a>
 * @since 0.1
 */
public record AccessGrantsLocation(Element element, Value<String> id, Value<String> scope, Value<String> role)
        implements Resource {

    /** Checks that nothing is missing. */
    public AccessGrantsLocation {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(role, "role");
    }
}
