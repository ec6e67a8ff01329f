package io.github.secures3.analysis.evaluate;

/**
 * The kinds of policy that take part in a decision, in the order in which reports list them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policy types</a>
 * @since 0.1
 */
public enum Layer {
    /** The policies of the user, its groups, or the role. */
    IDENTITY("identity", "the identity policies"),
    /** The permissions boundary of the user or role. */
    BOUNDARY("boundary", "the permissions boundary"),
    /** The policies passed when the session was made. */
    SESSION("session", "the session policies"),
    /** The bucket policy. */
    RESOURCE("resource", "the bucket policy"),
    /** The policy of the access point that the request goes through. */
    ACCESS_POINT("accessPoint", "the access point policy"),
    /** The policy of the VPC endpoint that the request goes through. */
    ENDPOINT("endpoint", "the VPC endpoint policy"),
    /** AWS KMS as the second authorization for encrypted objects. */
    KEY("key", "the KMS key"),
    /** The service control policies above the caller's account. */
    SCP("scp", "the service control policies"),
    /** The resource control policies above the bucket's account. */
    RCP("rcp", "the resource control policies"),
    /** S3 Block Public Access. */
    BLOCK_PUBLIC_ACCESS("blockPublicAccess", "Block Public Access");

    private final String text;
    private final String title;

    Layer(String text, String title) {
        this.text = text;
        this.title = title;
    }

    /** The name in answers, such as {@code accessPoint}. */
    public String text() {
        return text;
    }

    /** The layer in words, with its article, as messages name it. */
    public String title() {
        return title;
    }
}
