package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Denies presigned URLs and presigned POST forms whose signature is older than a maximum age, in every bucket, however long they were made
 * for.
 *
 * <p>Lets pass: requests signed in the {@code Authorization} header; anonymous requests, which carry no signature; transfers that have begun.
 * Breaks: presigned URLs made for a longer time.
 *
 * @param maximumAge the greatest age that passes: at least one millisecond, at most seven days
 * @param exceptions who and what passes
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html">Signature Version 4 policy keys</a>
 * @since 0.1
 */
public record PresignedRequestAge(Duration maximumAge, GuardrailExceptions exceptions) implements ResourceGuardrail {

    /**
     * Checks the age.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than seven days
     */
    public PresignedRequestAge {
        new DenyPresignedRequestsOlderThan(maximumAge);
        Objects.requireNonNull(exceptions, "exceptions");
    }

    /**
     * Without exceptions.
     *
     * @param maximumAge the greatest age that passes
     */
    public PresignedRequestAge(Duration maximumAge) {
        this(maximumAge, GuardrailExceptions.none());
    }

    @Override
    public Statement statement() {
        Condition older = new Condition(
                ConditionOperator.of(Comparison.NUMERIC_GREATER_THAN),
                "s3:signatureAge",
                List.of(ConditionValue.of(maximumAge.toMillis())));
        // A header signature ages with the client's clock.
        return exceptions
                .except(Guardrails.onResources(this, "s3:*")
                        .when(older)
                        .when(Condition.of(Comparison.STRING_NOT_EQUALS, "s3:authType", "REST-HEADER")))
                .build();
    }
}
