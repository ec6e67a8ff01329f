package io.github.secures3.policy.statements;

import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies changing the default encryption of buckets, and with it whether SSE-C is blocked.
 *
 * <p>Lets pass: the excepted principals; uploads, with or without encryption headers. Every bucket is encrypted from the start, so one
 * that a denied configuration left as it was still encrypts.
 *
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; none where it is empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">Default encryption</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">Blocking SSE-C</a>
 * @since 0.1
 */
public record ProtectEncryption(List<String> exceptPrincipalArns) implements ServiceGuardrail {

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public ProtectEncryption {
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        return Guardrails.protect(this, List.of("s3:PutEncryptionConfiguration"), exceptPrincipalArns);
    }
}
