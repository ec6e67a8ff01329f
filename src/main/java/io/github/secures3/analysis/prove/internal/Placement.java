package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * The situation in which the evaluator decides one of the requests that a question is about: the question's, with what the request itself tells.
 *
 * @since 0.1
 */
public final class Placement {

    /** A policy that allows everything to everyone. */
    public static final AttachedPolicy OPEN = AttachedPolicy.of(PolicyDocument.of(new Statement(
            "AllowEveryone",
            Effect.ALLOW,
            Principals.everyone(),
            Actions.of("*"),
            Resources.of("*"),
            Conditions.none())));

    private static final String SSE = "s3:x-amz-server-side-encryption";
    private static final String SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final String SSE_C = "s3:x-amz-server-side-encryption-customer-algorithm";

    private Placement() {}

    /**
     * The situation of a request: its headers can choose another encryption than the bucket's, and a key that they name is taken to be the
     * caller's own, and enabled unless it is the bucket's and that is not.
     *
     * @param given the situation of the question
     * @param bucketResource what lies behind the access point that the request may name
     */
    public static Situation of(AccessRequest request, Situation given, String bucketResource) {
        Situation.Builder own = given.toBuilder();
        if (given.accessPoint() != null) {
            own.bucketResource(bucketResource);
        }
        List<String> algorithm = request.context().getOrDefault(SSE, List.of());
        List<String> key = request.context().getOrDefault(SSE_KEY, List.of());
        boolean customerKey = request.context().containsKey(SSE_C);
        if (!algorithm.isEmpty() || !key.isEmpty() || customerKey) {
            String implied = customerKey ? "AES256" : "aws:kms";
            own.encryption(new Encryption(
                    algorithm.isEmpty() ? implied : algorithm.get(0), key.isEmpty() ? null : key.get(0), null));
            own.keyPolicy(OPEN);
            if (key.isEmpty() || !key.equals(keyOf(given))) {
                own.keyEnabled(Truth.TRUE);
            }
        }
        return own.build();
    }

    /** The key of the bucket; none where it has none, or the key is not known. */
    private static List<String> keyOf(Situation given) {
        Encryption encryption = given.encryption();
        return encryption == null || encryption.keyArn() == null ? List.of() : List.of(encryption.keyArn());
    }
}
