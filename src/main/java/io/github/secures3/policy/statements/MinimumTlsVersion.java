package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Denies every request to S3 under an older TLS version. Only S3 tells the version to policies.
 *
 * <p>Lets pass: AWS services, under their own principal or with their caller's credentials, because AWS does not document which version they
 * speak; requests without a TLS version, which are those over plain HTTP: it belongs beside {@link EncryptedTransport}. Breaks: clients
 * whose TLS library stops below the minimum.
 *
 * @param minimum the oldest version that passes
 * @param exceptions who and what passes
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#example-object-tls-version">Requiring a
 *     minimum TLS version</a>
 * @since 0.1
 */
public record MinimumTlsVersion(TlsVersion minimum, GuardrailExceptions exceptions) implements ResourceGuardrail {

    /** Checks that a version is given. */
    public MinimumTlsVersion {
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(exceptions, "exceptions");
    }

    /**
     * Without exceptions.
     *
     * @param minimum the oldest version that passes
     */
    public MinimumTlsVersion(TlsVersion minimum) {
        this(minimum, GuardrailExceptions.none());
    }

    @Override
    public Statement statement() {
        ConditionValue version = new ConditionValue(ConditionValue.Type.NUMBER, minimum.number());
        Condition older = new Condition(
                ConditionOperator.of(Comparison.NUMERIC_LESS_THAN), ConditionKeys.TLS_VERSION, List.of(version));
        return exceptions
                .except(Guardrails.onResources(this, "s3:*").when(older))
                .when(ConditionKeys.noAwsService())
                .when(ConditionKeys.notViaAwsService())
                .build();
    }
}
