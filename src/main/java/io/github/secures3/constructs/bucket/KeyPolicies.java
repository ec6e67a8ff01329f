package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Additions to the policy of a bucket's key. */
final class KeyPolicies {

    private KeyPolicies() {}

    /** Adds a statement, or refuses as below, with the statement as JSON. */
    static void allow(Construct owner, IKey key, Statement statement) {
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(BucketPolicies.statement(statement), true)
                .getStatementAdded())) {
            throw refusal(owner, PolicyWriter.compact(PolicyDocument.of(statement)));
        }
    }

    /** Adds a statement, or refuses where the CDK would drop it in silence: an imported key keeps the policy that it has. */
    static void allow(Construct owner, IKey key, PolicyStatement statement) {
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(statement, true).getStatementAdded())) {
            throw refusal(owner, String.valueOf(statement.toStatementJson()));
        }
    }

    private static InvalidConfigurationException refusal(Construct owner, String statement) {
        return new InvalidConfigurationException(
                owner.getNode().getPath(),
                "the encryption key is imported, so its policy cannot be changed from here; its owner must add the statement "
                        + statement);
    }
}
