package io.github.secures3.policy.statements;

/**
 * TLS versions that a bucket can demand.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version">Requiring a
 *     minimum TLS version</a>
 * @since 0.1
 */
public enum TlsVersion {
    /** TLS 1.2, which AWS endpoints demand by themselves since February 2024. */
    TLS_1_2("1.2"),
    /** TLS 1.3. */
    TLS_1_3("1.3");

    private final String number;

    TlsVersion(String number) {
        this.number = number;
    }

    /** The version as {@code s3:TlsVersion} holds it. */
    public String number() {
        return number;
    }
}
