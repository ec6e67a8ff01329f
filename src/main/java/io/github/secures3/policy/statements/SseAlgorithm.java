package io.github.secures3.policy.statements;

/**
 * Server-side encryption as the header {@code x-amz-server-side-encryption} names it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html">Server-side encryption</a>
 * @since 0.1
 */
public enum SseAlgorithm {
    /** SSE-S3: keys that Amazon S3 manages. */
    AES256("AES256"),
    /** SSE-KMS: a key in AWS KMS. */
    AWS_KMS("aws:kms"),
    /** DSSE-KMS: two layers under a key in AWS KMS. */
    AWS_KMS_DSSE("aws:kms:dsse");

    private final String text;

    SseAlgorithm(String text) {
        this.text = text;
    }

    /** The value of the header. */
    public String text() {
        return text;
    }
}
