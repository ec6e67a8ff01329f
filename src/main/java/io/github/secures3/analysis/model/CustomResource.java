package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A custom resource: code that runs during the deployment and may do anything.
 *
 * @param element what it has in common with all resources
 * @param provider the ARN of the function or topic that does the work
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html">AWS::CloudFormation::CustomResource</a>
 * @since 0.1
 */
public record CustomResource(Element element, Value<String> provider) implements Resource {

    /** Checks that nothing is missing. */
    public CustomResource {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(provider, "provider");
    }
}
