package io.github.secures3.analysis.model;

import java.util.Objects;

/**
 * Server access logging of a bucket.
 *
 * @param destination the bucket that receives the logs; absent means the bucket itself
 * @param prefix what their keys start with
 * @param partition {@code EventTime} or {@code DeliveryTime} where keys are partitioned by date
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html">LoggingConfiguration</a>
 * @since 0.1
 */
public record AccessLogging(Value<String> destination, Value<String> prefix, Value<String> partition) {

    /** Checks that nothing is missing. */
    public AccessLogging {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(partition, "partition");
    }
}
