package io.github.secures3.constructs.accesspoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the read side says about requests for a bucket, straight or through a point, by the policies that a template holds. Callers have what
 * their own policies say, which is nothing unless it is given.
 *
 * @param bucket the ARN of the bucket
 * @param bucketAccount the account that owns it
 * @param bucketPolicy its policy
 * @param keyPolicy the policy of its key
 * @param identity what the caller's own policies say
 * @param network context keys that tell where the caller is
 */
record Reach(
        String bucket,
        String bucketAccount,
        PolicyDocument bucketPolicy,
        PolicyDocument keyPolicy,
        PolicyDocument identity,
        Map<String, List<String>> network) {

    static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/data";

    static Reach of(String bucket, PolicyDocument bucketPolicy, PolicyDocument keyPolicy) {
        return new Reach(bucket, "111122223333", bucketPolicy, keyPolicy, PolicyDocument.of(), Map.of());
    }

    /** For callers whose own policies say this. */
    Reach having(PolicyDocument policy) {
        return new Reach(bucket, bucketAccount, bucketPolicy, keyPolicy, policy, network);
    }

    /** For callers in a VPC. */
    Reach from(String vpcId) {
        return new Reach(
                bucket, bucketAccount, bucketPolicy, keyPolicy, identity, Map.of("aws:SourceVpc", List.of(vpcId)));
    }

    /** The caller asks for an object of the bucket itself. */
    Decision directly(String caller, String action, String key) {
        return decide(caller, action, bucket + "/" + key, situation().build());
    }

    /** The caller asks for the bucket itself. */
    Decision onBucket(String caller, String action) {
        return decide(caller, action, bucket, situation().build());
    }

    /** The caller asks for an object through a point; the empty key means the point, as in listing. */
    Decision through(String pointArn, PolicyDocument policy, String vpcId, String caller, String action, String key) {
        String account = pointArn.split(":", 6)[4];
        AccessPoint point = new AccessPoint(
                pointArn,
                account,
                vpcId.isEmpty() ? AccessPoint.INTERNET_ORIGIN : AccessPoint.VPC_ORIGIN,
                vpcId.isEmpty() ? null : vpcId,
                policy.statements().isEmpty() ? List.of() : List.of(AttachedPolicy.of(policy)),
                BlockPublicAccess.all());
        String asked = key.isEmpty() ? pointArn : pointArn + "/object/" + key;
        return decide(
                caller,
                action,
                asked,
                situation()
                        .accessPoint(point)
                        .bucketResource(key.isEmpty() ? bucket : bucket + "/" + key)
                        .build());
    }

    static void allowed(Decision decision) {
        assertThat(decision.isAllowed()).as(decision.toString()).isTrue();
    }

    static void denied(Decision decision) {
        assertThat(decision.outcome().name()).as(decision.toString()).isIn("EXPLICITLY_DENIED", "IMPLICITLY_DENIED");
    }

    private Situation.Builder situation() {
        Situation.Builder situation = Situation.builder()
                .resourcePolicy(AttachedPolicy.of(bucketPolicy))
                .blockPublicAccess(BlockPublicAccess.all())
                .resourceAccount(bucketAccount);
        if (!identity.statements().isEmpty()) {
            situation.identityPolicies(List.of(AttachedPolicy.of(identity)));
        }
        if (!keyPolicy.statements().isEmpty()) {
            situation.encryption(Encryption.sseKms(KEY)).keyPolicy(AttachedPolicy.of(keyPolicy));
        }
        return situation;
    }

    private Decision decide(String caller, String action, String resource, Situation situation) {
        Map<String, List<String>> context = new TreeMap<>(network);
        context.put("aws:SecureTransport", List.of("true"));
        context.put("s3:TlsVersion", List.of("1.3"));
        return Evaluator.decide(AccessRequest.of(RequestPrincipal.parse(caller), action, resource, context), situation);
    }
}
