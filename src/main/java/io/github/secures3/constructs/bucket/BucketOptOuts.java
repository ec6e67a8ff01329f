package io.github.secures3.constructs.bucket;

import java.util.Objects;

/**
 * The ways to weaken a default, each under a name that says so and with a reason that lands in the template's metadata. A reason has 1
 * to 256 characters; a blank or longer one is refused when the bucket is made.
 *
 * <p>Public access, ACLs and plain HTTP have no way out here: a bucket that needs one of them is not a secure bucket; use the CDK's
 * {@code Bucket} for it.
 *
 * @param <B> the builder itself
 * @since 0.1
 */
public abstract sealed class BucketOptOuts<B extends BucketOptOuts<B>> permits SecureBucketOptions {

    final SecureBucketSettings settings;

    BucketOptOuts() {
        this(new SecureBucketSettings());
    }

    BucketOptOuts(SecureBucketSettings settings) {
        this.settings = settings;
    }

    /**
     * Encrypts with keys that S3 owns (SSE-S3) instead of a KMS key: readers then need no permission on a key, and no use of one is
     * logged. There is no key policy as a second barrier any more.
     */
    public B allowWithoutKms(String reason) {
        settings.encryption = BucketEncryptionMode.SSE_S3;
        return optOut("allowWithoutKms", reason);
    }

    /**
     * Encrypts twice with KMS (DSSE-KMS). S3 Bucket Keys do not work with it, so every object costs a KMS request, and several scanners
     * do not know it yet.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingDSSEncryption.html">Dual-layer encryption</a>
     */
    public B encryptWithDualLayerKms(String reason) {
        settings.encryption = BucketEncryptionMode.DSSE_KMS;
        settings.bucketKey = false;
        return optOut("encryptWithDualLayerKms", reason);
    }

    /** Switches the S3 Bucket Key off: every request for an object then calls KMS, which logs the object's ARN and costs up to 100 times as much. */
    public B allowWithoutBucketKey(String reason) {
        settings.bucketKey = false;
        return optOut("allowWithoutBucketKey", reason);
    }

    /** Lets uploads choose another KMS key or another encryption than the bucket's own. */
    public B allowUploadsUnderOtherKeys(String reason) {
        settings.onlyOwnKey = false;
        return optOut("allowUploadsUnderOtherKeys", reason);
    }

    /**
     * Lets clients bring their own encryption keys (SSE-C), which S3 forgets after each request: a lost key is a lost object. S3 blocks
     * them on new buckets by itself, so the template switches that off.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">Blocking or
     *     unblocking SSE-C</a>
     */
    public B allowSseC(String reason) {
        settings.sseCBlocked = false;
        return optOut("allowSseC", reason);
    }

    /** Accepts HTTPS over TLS older than 1.2. Plain HTTP stays denied. */
    public B allowTlsBelow12(String reason) {
        settings.olderTlsAllowed = true;
        return optOut("allowTlsBelow12", reason);
    }

    /** Writes no server access logs. */
    public B allowWithoutAccessLogs(String reason) {
        settings.accessLogs = false;
        return optOut("allowWithoutAccessLogs", reason);
    }

    /** Keeps no versions: an overwrite or a delete is final. */
    public B allowWithoutVersioning(String reason) {
        settings.versioned = false;
        return optOut("allowWithoutVersioning", reason);
    }

    /** Keeps noncurrent versions for ever, at the price of storing them, unless a lifecycle rule of your own removes them. */
    public B keepNoncurrentVersionsForever(String reason) {
        settings.noncurrentVersionsExpire = false;
        return optOut("keepNoncurrentVersionsForever", reason);
    }

    /** Keeps the parts of uploads that were never completed, which cost storage and show in no listing. */
    public B keepIncompleteUploads(String reason) {
        settings.incompleteUploadsAborted = false;
        return optOut("keepIncompleteUploads", reason);
    }

    /** Sends no events to EventBridge. A service that switches them on by itself then causes drift. */
    public B allowWithoutEventBridge(String reason) {
        settings.eventBridge = false;
        return optOut("allowWithoutEventBridge", reason);
    }

    /**
     * Deletes the bucket and the key made for it when they leave the stack. CloudFormation refuses while the bucket holds an object:
     * emptying it stays your own act. The key is deleted after 30 days.
     */
    public B deleteWithStack(String reason) {
        settings.kept = false;
        return optOut("deleteWithStack", reason);
    }

    abstract B self();

    private B optOut(String method, String reason) {
        settings.optOuts.put(method, Objects.requireNonNull(reason, "reason"));
        return self();
    }
}
