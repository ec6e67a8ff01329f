package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Denies presigned URLs and presigned POST forms whose signature is older than a maximum age, however long they were made for.
 *
 * <p>Lets pass: requests that are signed in the {@code Authorization} header, whatever their clock; anonymous requests, which carry no signature.
 * Signature Version 2 passes too, since its age is always 0; S3 refuses that version for buckets made since June 2020. A transfer that has
 * begun goes on. Breaks: presigned URLs made for a longer time, on all actions of the bucket.
 *
 * @param maximumAge the greatest age that passes: at least one millisecond, at most seven days, which is as long as any signature lives
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html">Signature Version 4 policy keys</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html">Limiting
 *     presigned URLs</a>
 * @since 0.1
 */
public record DenyPresignedRequestsOlderThan(Duration maximumAge) implements ProtectiveStatement {

    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Checks the age.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than seven days
     */
    public DenyPresignedRequestsOlderThan {
        if (maximumAge.compareTo(Duration.ofMillis(1)) < 0 || maximumAge.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("presigned requests cannot have a maximum age of " + maximumAge
                    + "; choose from 1 millisecond to 7 days, the life of a signature");
        }
    }

    @Override
    public Statement on(BucketScope bucket) {
        return Statement.deny(sid())
                .everyone()
                .actions("s3:*")
                .resources(bucket.bucketAndObjects())
                .when(new Condition(
                        ConditionOperator.of(Comparison.NUMERIC_GREATER_THAN),
                        "s3:signatureAge",
                        List.of(ConditionValue.of(maximumAge.toMillis()))))
                // A header signature ages with the client's clock; a short maximum would deny clients whose clock is
                // behind.
                .when(Condition.of(Comparison.STRING_NOT_EQUALS, "s3:authType", "REST-HEADER"))
                .build();
    }
}
