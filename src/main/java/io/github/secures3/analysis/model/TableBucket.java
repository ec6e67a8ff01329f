package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * A table bucket of S3 Tables.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param algorithm its encryption
 * @param key the KMS key
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3tables-tablebucket.html">AWS::S3Tables::TableBucket</a>
 * @since 0.1
 */
public record TableBucket(Element element, Value<String> name, String arn, Value<String> algorithm, Value<String> key)
        implements Resource {

    /** Checks that nothing is missing. */
    public TableBucket {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(key, "key");
    }
}
