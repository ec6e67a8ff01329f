package io.github.secures3.policy.statements;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Objects;

/**
 * The bucket that a statement is about, by its ARN.
 *
 * @param bucketArn the ARN of a general purpose bucket, such as {@code arn:aws:s3:::logs}, or a CDK token
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html">Resources in S3 policies</a>
 * @since 0.1
 */
public record BucketScope(String bucketArn) {

    /**
     * Checks the ARN.
     *
     * @throws IllegalArgumentException if the text holds no token and is no ARN of one bucket
     */
    public BucketScope {
        Objects.requireNonNull(bucketArn, "bucketArn");
        Identifiers.requireBucketArn(bucketArn);
        Identifiers.check(
                UnresolvedToken.isIn(bucketArn) || !(bucketArn.contains("*") || bucketArn.contains("?")),
                bucketArn,
                "single bucket",
                "its ARN without wildcards");
    }

    /** The pattern that all objects of the bucket fit. */
    public String objectsArn() {
        return bucketArn + "/*";
    }

    /** The bucket itself. */
    public Resources bucket() {
        return Resources.of(bucketArn);
    }

    /** All objects of the bucket. */
    public Resources objects() {
        return Resources.of(objectsArn());
    }

    /** The objects whose keys start with this text; all objects where it is empty. */
    public Resources objectsUnder(String prefix) {
        return Resources.of(bucketArn + "/" + prefix + "*");
    }

    /** The bucket and all its objects. */
    public Resources bucketAndObjects() {
        return Resources.of(bucketArn, objectsArn());
    }

    /** Whether the text is the ARN of a bucket, as far as can be told: a token may be anything. */
    static boolean isBucketArn(String text) {
        return UnresolvedToken.isIn(text)
                || Arn.find(text)
                        .filter(arn -> arn.service().equals("s3")
                                && arn.region().isEmpty()
                                && arn.account().isEmpty()
                                && !arn.resource().contains("/"))
                        .isPresent();
    }
}
