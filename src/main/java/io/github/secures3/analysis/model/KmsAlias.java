package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * Another name of a KMS key.
 *
 * @param element what it has in common with all resources
 * @param name the name, {@code alias/} included
 * @param key the key, by id or ARN
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html">AWS::KMS::Alias</a>
 * @since 0.1
 */
public record KmsAlias(Element element, Value<String> name, Value<String> key) implements Resource {

    /** Checks that nothing is missing. */
    public KmsAlias {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
