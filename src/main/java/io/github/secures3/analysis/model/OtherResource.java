package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A resource of a type that no analysis looks into.
 *
 * @param element what it has in common with all resources
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource types</a>
 * @since 0.1
 */
public record OtherResource(Element element) implements Resource {

    /** Checks that nothing is missing. */
    public OtherResource {
        Objects.requireNonNull(element, "element");
    }
}
