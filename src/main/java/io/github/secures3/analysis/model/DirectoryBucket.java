package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * A directory bucket of S3 Express One Zone.
 *
 * @param element what it has in common with all resources
 * @param name its name
 * @param arn its ARN, markers for unknown parts included
 * @param encryption default encryption; absent means {@code AES256}
 * @param lifecycle lifecycle rules
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-directorybucket.html">AWS::S3Express::DirectoryBucket</a>
 * @since 0.1
 */
public record DirectoryBucket(
        Element element,
        Value<String> name,
        String arn,
        Value<List<BucketEncryption>> encryption,
        Value<List<LifecycleRule>> lifecycle)
        implements Resource {

    /** Checks that nothing is missing. */
    public DirectoryBucket {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arn, "arn");
        Objects.requireNonNull(encryption, "encryption");
        Objects.requireNonNull(lifecycle, "lifecycle");
    }
}
