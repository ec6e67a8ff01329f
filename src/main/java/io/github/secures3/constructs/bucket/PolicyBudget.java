package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicySize;
import java.util.List;

/**
 * Keeps the bucket policy below the size that S3 accepts, counting each token as long as the longest ARN that the CDK makes: a policy that
 * turns out too large at deployment would leave a bucket without any.
 */
final class PolicyBudget {

    /** The ARN of a role, whose name can have 64 characters; those of buckets and keys are shorter. */
    private static final String LONGEST_TOKEN_TEXT = "arn:aws-us-gov:iam::111122223333:role/" + "r".repeat(64);

    private final ConfigurationCheck check;
    private PolicyDocument document;

    PolicyBudget(ConfigurationCheck check) {
        this.check = check;
        this.document = PolicyDocument.of();
    }

    /** Counts the statements in, or refuses them. */
    void add(List<Statement> statements) {
        PolicyDocument grown = joined(statements);
        PolicySize size = PolicyQuota.BUCKET.measure(grown, PolicyBudget::longest);
        if (size.mayExceedQuota()) {
            throw check.failure("the bucket policy can become too large: " + size.summary()
                    + "; give access through access points, or shorten these statements");
        }
        document = grown;
    }

    private PolicyDocument joined(List<Statement> statements) {
        try {
            return document.plus(statements);
        } catch (IllegalArgumentException sharedSid) {
            throw check.failure(String.valueOf(sharedSid.getMessage()));
        }
    }

    private static String longest(String text) {
        return UnresolvedToken.replaceIn(text, token -> LONGEST_TOKEN_TEXT);
    }
}
