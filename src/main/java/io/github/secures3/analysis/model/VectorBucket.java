package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A vector bucket of S3 Vectors.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param algorithm its encryption
 * @param key the KMS key
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3vectors-vectorbucket.html">AWS::S3Vectors::VectorBucket</a>
 * @since 0.1
 */
public record VectorBucket(Element element, Value<String> name, String arn, Value<String> algorithm, Value<String> key)
        implements Resource {

    /** Checks that nothing is missing. */
    public VectorBucket {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(key, "key");
    }
}
