package io.github.secures3.policy.statements;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.Objects;

/**
 * Denies writing objects under a key that the caller brings along (SSE-C), in any bucket.
 *
 * <p>Lets pass: every other write, uploads without encryption headers among them, and reads of SSE-C objects that exist already. Breaks: SSE-C
 * uploads, copies and parts, and replication of SSE-C objects. It stands even where somebody allows SSE-C again in a bucket's encryption
 * configuration, for which no condition key exists.
 *
 * @param exceptions who and what passes
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html#ssec-require-condition-key">Denying
 *     SSE-C</a>
 * @since 0.1
 */
public record NoCustomerProvidedKeys(GuardrailExceptions exceptions) implements ResourceGuardrail {

    /** Checks that exceptions are given. */
    public NoCustomerProvidedKeys {
        Objects.requireNonNull(exceptions, "exceptions");
    }

    /** Without exceptions. */
    public NoCustomerProvidedKeys() {
        this(GuardrailExceptions.none());
    }

    @Override
    public Statement statement() {
        return exceptions
                .except(Guardrails.onResources(this, "s3:PutObject", "s3:ReplicateObject")
                        .when(Condition.present("s3:x-amz-server-side-encryption-customer-algorithm")))
                .build();
    }
}
