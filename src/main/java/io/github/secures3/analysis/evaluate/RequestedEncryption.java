package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.List;

/**
 * The encryption that the headers of an upload ask for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject: x-amz-server-side-encryption</a>
 * @since 0.1
 */
public final class RequestedEncryption {

    /** The context key, in lower case, that tells the algorithm. */
    public static final String HEADER = "s3:x-amz-server-side-encryption";

    /** The algorithms that S3 has. */
    public static final List<String> ALGORITHMS = List.of("AES256", "aws:kms", "aws:kms:dsse", "aws:fsx");

    private static final Condition GIVEN = Condition.of(Comparison.NULL, HEADER, "false");
    private static final Condition KNOWN =
            Condition.of(Comparison.STRING_EQUALS, HEADER, ALGORITHMS.toArray(String[]::new));

    private RequestedEncryption() {}

    /**
     * When the headers ask for an algorithm that S3 does not have, and so refuses.
     *
     * @param <B> the truth values, or formulas
     * @param logic their connectives
     * @param headers what the headers say
     */
    public static <B> B isRefused(BooleanAlgebra<B> logic, RequestHeaders<B> headers) {
        return logic.and(headers.satisfy(GIVEN), logic.not(headers.satisfy(KNOWN)));
    }

    /** The algorithms, for messages. */
    public static String choices() {
        return String.join(", ", ALGORITHMS);
    }
}
