package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies lifting legal holds of objects.
 *
 * <p>Lets pass: the excepted principals; placing a legal hold. Breaks: whoever lifts legal holds without being excepted, so that such an object is
 * kept until somebody is.
 *
 * @param exceptPrincipalArns ARNs of roles and users that pass, wildcards allowed; may be empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-legal-holds">Legal holds</a>
 * @since 0.1
 */
public record DenyLegalHoldRelease(List<String> exceptPrincipalArns) implements ProtectiveStatement {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or fits every role or user
     */
    public DenyLegalHoldRelease {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    /** Without exceptions. */
    public DenyLegalHoldRelease() {
        this(List.of());
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement = Statement.deny(sid())
                .everyone()
                .actions("s3:PutObjectLegalHold")
                .resources(bucket.objects())
                .when(Condition.of(Comparison.STRING_EQUALS, "s3:object-lock-legal-hold", "OFF"));
        if (!exceptPrincipalArns.isEmpty()) {
            statement.when(Condition.of(Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, exceptPrincipalArns));
        }
        return statement.build();
    }
}
