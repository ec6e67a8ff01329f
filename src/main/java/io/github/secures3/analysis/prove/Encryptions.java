package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that choose how an object is encrypted, and choose something else than its bucket. */
final class Encryptions {

    private static final String SSE = "s3:x-amz-server-side-encryption";
    private static final String SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final String AWS_MANAGED_KEY = "alias/aws/s3";

    /** What puts an object under a key that the request names; replicas come under the key that the replication names. */
    private static final String[] ACTIONS = {"s3:PutObject", "s3:ReplicateObject", "s3:UpdateObjectEncryption"};

    private Encryptions() {}

    /** The requests that name another key than this one, or another kind of encryption; without a key, the bucket's kind is SSE-S3. */
    static List<Statement> underAnother(@Nullable String key) {
        List<Statement> writes = new ArrayList<>();
        writes.add(asked(
                Condition.present(SSE),
                Condition.of(Comparison.STRING_NOT_EQUALS, SSE, key == null ? "AES256" : "aws:kms")));
        if (key == null) {
            // A key id goes with SSE-KMS alone.
            return writes;
        }
        if (!key.endsWith(AWS_MANAGED_KEY)) {
            writes.add(asked(Condition.of(Comparison.STRING_EQUALS, SSE, "aws:kms"), Condition.absent(SSE_KEY)));
        }
        writes.add(asked(Condition.present(SSE_KEY), Condition.of(Comparison.ARN_NOT_EQUALS, SSE_KEY, key)));
        return writes;
    }

    private static Statement asked(Condition... conditions) {
        Statement.Builder asked = Statement.deny("Asked").everyone().actions(ACTIONS);
        for (Condition condition : conditions) {
            asked.when(condition);
        }
        return asked.build();
    }

    /** Why it may not be known what the bucket's own key is. */
    static List<String> doubts(Bucket bucket) {
        return bucket.encryption()
                .whyUnknown()
                .map(why -> List.of("the default encryption of "
                        + bucket.element().logicalId() + " is not known, so neither is which key is another: " + why))
                .orElse(List.of());
    }
}
