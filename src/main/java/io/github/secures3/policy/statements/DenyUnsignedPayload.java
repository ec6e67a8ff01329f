package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies uploads whose signature does not cover the payload.
 *
 * <p>Lets pass: uploads with a signed payload, in one piece or in signed chunks; reads and deletions, which have no payload to protect; AWS
 * services, under their own principal or with their caller's credentials. Breaks: clients that skip payload signing over HTTPS. AWS states
 * that presigned URLs are always unsigned, and that the key does not read the value from a query string: do not count on this statement
 * either to stop presigned uploads or to let them pass.
 *
 * <p>The AWS SDKs and command line of today upload with {@code STREAMING-UNSIGNED-PAYLOAD-TRAILER} by default: unsigned, but with a checksum that S3
 * verifies. AWS documents {@code UNSIGNED-PAYLOAD} alone as a value of this key, so refusing the other is a choice of its own, and one
 * that those clients feel.
 *
 * @param evenWithTrailingChecksum whether to deny unsigned chunked uploads with a trailing checksum as well
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html">Signature Version 4 policy keys</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html">Signing and the payload</a>
 * @since 0.1
 */
public record DenyUnsignedPayload(boolean evenWithTrailingChecksum) implements ProtectiveStatement {

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String UNSIGNED_WITH_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /** Lets unsigned chunked uploads with a trailing checksum pass. */
    public DenyUnsignedPayload() {
        this(false);
    }

    @Override
    public Statement on(BucketScope bucket) {
        List<String> refused = evenWithTrailingChecksum ? List.of(UNSIGNED_WITH_TRAILER, UNSIGNED) : List.of(UNSIGNED);
        return Statement.deny(sid())
                .everyone()
                .actions("s3:PutObject")
                .resources(bucket.objects())
                .when(Condition.of(Comparison.STRING_EQUALS, "s3:x-amz-content-sha256", refused))
                .when(ConditionKeys.noAwsService())
                .when(ConditionKeys.notViaAwsService())
                .build();
    }
}
