package io.github.secures3.policy.statements;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.Objects;

/**
 * Denies every request to S3, KMS and STS over plain HTTP, whoever makes it.
 *
 * <p>Lets pass: every request over HTTPS, and requests that do not say how they came, which is no proof of HTTP. Breaks: clients with an
 * {@code http://} endpoint, and static website hosting, which speaks HTTP only.
 *
 * @param exceptions who and what passes
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html#example-rcp-restrict-https">
 *     Restrict access to only HTTPS connections</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport">
 *     aws:SecureTransport</a>
 * @since 0.1
 */
public record EncryptedTransport(GuardrailExceptions exceptions) implements ResourceGuardrail {

    /** Checks that exceptions are given. */
    public EncryptedTransport {
        Objects.requireNonNull(exceptions, "exceptions");
    }

    /** Without exceptions. */
    public EncryptedTransport() {
        this(GuardrailExceptions.none());
    }

    @Override
    public Statement statement() {
        return exceptions
                .except(Guardrails.onResources(this, "kms:*", "s3:*", "sts:*")
                        .when(Condition.bool("aws:SecureTransport", false)))
                .build();
    }
}
