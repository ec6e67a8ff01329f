package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Statement;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Additions to the policy of a bucket's key. */
final class KeyPolicies {

    private KeyPolicies() {}

    /** Adds a statement, or refuses where the CDK would drop it in silence: an imported key keeps the policy that it has. */
    static void allow(Construct owner, IKey key, Statement statement) {
        allow(owner, key, BucketPolicies.statement(statement), statement);
    }

    /**
     * Adds a statement that the CDK has to write, as for principals of its own.
     *
     * @param printed the same statement for the message
     */
    static void allow(Construct owner, IKey key, PolicyStatement statement, Statement printed) {
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(statement, true).getStatementAdded())) {
            throw new InvalidConfigurationException(
                    owner.getNode().getPath(),
                    "the encryption key is imported, so its policy cannot be changed from here; its owner must add:\n"
                            + PrintedStatements.of(owner, List.of(printed)));
        }
    }
}
