package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A grant to one grantee below a location.
 *
 * @param element what it has in common with all resources
 * @param location the id of the location
 * @param subPrefix what of the location is granted
 * @param granteeType {@code IAM}, {@code DIRECTORY_USER} or {@code DIRECTORY_GROUP}
 * @param grantee who is granted, by ARN or directory id
 * @param permission {@code READ}, {@code WRITE} or {@code READWRITE}
 * @param prefixType {@code Object} where one object is granted
 * @param application the ARN of the application that the grant is limited to
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrant.html">AWS::S3::AccessGrant</a>
 * @since 0.1
 */
public record AccessGrant(
        Element element,
        Value<String> location,
        Value<String> subPrefix,
        Value<String> granteeType,
        Value<String> grantee,
        Value<String> permission,
        Value<String> prefixType,
        Value<String> application)
        implements Resource {

    /** Checks that nothing is missing. */
    public AccessGrant {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(subPrefix, "subPrefix");
        Objects.requireNonNull(granteeType, "granteeType");
        Objects.requireNonNull(grantee, "grantee");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(prefixType, "prefixType");
        Objects.requireNonNull(application, "application");
    }
}
