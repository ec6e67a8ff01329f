package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Denies every request under an older TLS version.
 *
 * <p>Lets pass: requests without a TLS version, which are those over plain HTTP. It therefore belongs beside {@link DenyInsecureTransport}.
 * Breaks: clients whose TLS library stops below the minimum; with {@link TlsVersion#TLS_1_3} that includes many current ones, and AWS does
 * not document which version its own services speak when they write to a bucket.
 *
 * @param minimum the oldest version that passes
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version">Requiring a
 *     minimum TLS version</a>
 * @since 0.1
 */
public record DenyTlsBelow(TlsVersion minimum) implements ProtectiveStatement {

    /** Checks that a version is given. */
    public DenyTlsBelow {
        Objects.requireNonNull(minimum, "minimum");
    }

    @Override
    public Statement on(BucketScope bucket) {
        // A JSON number, as in AWS's sample.
        ConditionValue version = new ConditionValue(ConditionValue.Type.NUMBER, minimum.number());
        return Statement.deny(sid())
                .everyone()
                .actions("s3:*")
                .resources(bucket.bucketAndObjects())
                .when(new Condition(
                        ConditionOperator.of(Comparison.NUMERIC_LESS_THAN),
                        ConditionKeys.TLS_VERSION,
                        List.of(version)))
                .build();
    }
}
