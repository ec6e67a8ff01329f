package io.github.secures3.analysis.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How the object of a request is, or will be, encrypted at rest.
 *
 * @param algorithm {@code AES256}, also for SSE-C, {@code aws:kms}, {@code aws:kms:dsse} or {@code aws:fsx}; whether any other needs a KMS key
 *     is not known
 * @param keyArn the ARN of the KMS key, or null for the AWS managed key {@code aws/s3}
 * @param bucketKey whether the S3 Bucket Key is used, which makes the bucket's ARN the encryption context; null if not known
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">SSE-KMS</a>
 * @since 0.1
 */
public record Encryption(
        String algorithm, @Nullable String keyArn, @Nullable Boolean bucketKey) {

    /** SSE-S3. */
    public static Encryption sseS3() {
        return new Encryption("AES256", null, null);
    }

    /** SSE-KMS with a customer managed key. */
    public static Encryption sseKms(String keyArn) {
        return new Encryption("aws:kms", keyArn, null);
    }

    /** Whether AWS KMS has to authorize reads and writes too. */
    public boolean usesKms() {
        return algorithm.equals("aws:kms") || algorithm.equals("aws:kms:dsse");
    }

    /** Whether S3 has the algorithm. */
    public boolean isKnown() {
        return RequestedEncryption.ALGORITHMS.contains(algorithm);
    }

    /** Whether the key is the AWS managed key, which no policy can share with another account. */
    public boolean usesAwsManagedKey() {
        String key = keyArn;
        return usesKms() && (key == null || key.endsWith("alias/aws/s3"));
    }
}
