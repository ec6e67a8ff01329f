package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * One inventory of a bucket.
 *
 * @param id its id
 * @param enabled whether it is made
 * @param destination the ARN of the bucket that receives it
 * @param account the account of that bucket
 * @param prefix what its keys start with
 * @param format {@code CSV}, {@code ORC} or {@code Parquet}
 * @param frequency {@code Daily} or {@code Weekly}
 * @param includedVersions {@code All} or {@code Current}
 * @param optionalFields the fields besides name and version
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-inventoryconfiguration.html">InventoryConfiguration</a>
 * @since 0.1
 */
public record Inventory(
        Value<String> id,
        Value<Boolean> enabled,
        Value<String> destination,
        Value<String> account,
        Value<String> prefix,
        Value<String> format,
        Value<String> frequency,
        Value<String> includedVersions,
        Value<List<Value<String>>> optionalFields) {

    /** Checks that nothing is missing. */
    public Inventory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(enabled, "enabled");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(includedVersions, "includedVersions");
        Objects.requireNonNull(optionalFields, "optionalFields");
    }
}
