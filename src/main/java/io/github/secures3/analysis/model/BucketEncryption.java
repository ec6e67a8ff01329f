package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;

/**
 * One rule of the default encryption of a bucket.
 *
 * @param algorithm {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}
 * @param key the KMS key, by id, ARN or alias; absent means the AWS managed key
 * @param bucketKey whether an S3 Bucket Key saves calls to KMS
 * @param blockedTypes encryption types that the bucket refuses, such as {@code SSE-C}
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionrule.html">ServerSideEncryptionRule</a>
 * @since 0.1
 */
public record BucketEncryption(
        Value<String> algorithm, Value<String> key, Value<Boolean> bucketKey, Value<List<Value<String>>> blockedTypes) {

    /** Checks that nothing is missing. */
    public BucketEncryption {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(bucketKey, "bucketKey");
        Objects.requireNonNull(blockedTypes, "blockedTypes");
    }
}
