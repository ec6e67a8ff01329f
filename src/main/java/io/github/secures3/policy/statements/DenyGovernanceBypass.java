package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies going round Object Lock retention in governance mode.
 *
 * <p>Lets pass: the excepted principals; everything that needs no bypass, such as lengthening a retention. Breaks: administrators who shorten
 * a retention or delete a locked version, the console among them, which always asks for the bypass. Compliance mode needs no such
 * statement: there is no bypass.
 *
 * @param exceptPrincipalArns ARNs of roles and users that pass, wildcards allowed; may be empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html#object-lock-managing-bypass">Bypassing governance
 *     mode</a>
 * @since 0.1
 */
public record DenyGovernanceBypass(List<String> exceptPrincipalArns) implements ProtectiveStatement {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or fits every role or user
     */
    public DenyGovernanceBypass {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    /** Without exceptions. */
    public DenyGovernanceBypass() {
        this(List.of());
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement = Statement.deny(sid())
                .everyone()
                .actions("s3:BypassGovernanceRetention")
                .resources(bucket.objects());
        if (!exceptPrincipalArns.isEmpty()) {
            statement.when(Condition.of(Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, exceptPrincipalArns));
        }
        return statement.build();
    }
}
