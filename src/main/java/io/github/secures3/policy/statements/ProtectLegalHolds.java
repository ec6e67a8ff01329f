package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies lifting legal holds of objects.
 *
 * <p>Lets pass: the excepted principals; placing a legal hold.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-legal-holds">Legal holds</a>
 * @since 0.1
 */
public record ProtectLegalHolds(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectLegalHolds {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onIdentities(this, List.of("s3:PutObjectLegalHold"))
                .when(Condition.of(Comparison.STRING_EQUALS, "s3:object-lock-legal-hold", "OFF"));
        return Guardrails.exceptPrincipals(deny, exceptPrincipalArns).build();
    }
}
