package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A right to invoke a function, such as S3 needs for notifications.
 *
 * @param element what it has in common with all resources
 * @param function the function, by name or ARN
 * @param action the action
 * @param principal who may invoke it
 * @param sourceArn the resource that the call must come from
 * @param sourceAccount the account that the call must come from
 * @param organization the organization that the caller must be in
 * @param urlAuthType how the function URL that is called must tell callers apart, {@code AWS_IAM} or {@code NONE}
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a>
 * @since 0.1
 */
public record LambdaPermission(
        Element element,
        Value<String> function,
        Value<String> action,
        Value<String> principal,
        Value<String> sourceArn,
        Value<String> sourceAccount,
        Value<String> organization,
        Value<String> urlAuthType)
        implements Resource {

    /** Checks that nothing is missing. */
    public LambdaPermission {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(sourceArn, "sourceArn");
        Objects.requireNonNull(sourceAccount, "sourceAccount");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(urlAuthType, "urlAuthType");
    }
}
