package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The encryption of a request's object and the policy of its key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">Default encryption</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
 */
final class Key {

    private static final String ALGORITHM_HEADER = "s3:x-amz-server-side-encryption";
    private static final String KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private static final String ALIASES = "kms:resourcealiases";

    private final Estate estate;

    Key(Estate estate) {
        this.estate = estate;
    }

    /** An upload may ask for its own encryption; every other object is taken as encrypted as its bucket says by default. */
    void describe(Bucket bucket, Map<String, List<String>> context, Situation.Builder situation) {
        String algorithm = only(context, ALGORITHM_HEADER).orElse(null);
        if (algorithm != null) {
            String key = only(context, KEY_HEADER).orElse(null);
            situation.encryption(new Encryption(algorithm, key, null));
            if (key != null) {
                policyOf(key, bucket, context, situation);
            }
            return;
        }
        if (bucket.encryption().isAbsent()) {
            situation.encryption(Encryption.sseS3());
            return;
        }
        List<BucketEncryption> rules = bucket.encryption().known().orElse(List.of());
        if (rules.size() != 1 || rules.get(0).algorithm().isUnknown()) {
            situation.unknown(
                    Layer.KEY, "the default encryption of " + bucket.element().logicalId() + " is not known");
            return;
        }
        byRule(rules.get(0), bucket, context, situation);
    }

    private void byRule(
            BucketEncryption rule, Bucket bucket, Map<String, List<String>> context, Situation.Builder situation) {
        String algorithm = rule.algorithm().known().orElse("AES256");
        String key = rule.key().asText().orElse(null);
        String arn = key == null ? null : find(key).map(KmsKey::arn).orElse(key);
        Boolean bucketKey = rule.bucketKey().isUnknown()
                ? null
                : Boolean.valueOf(rule.bucketKey().isSurely(on -> on));
        Encryption encryption = new Encryption(algorithm, arn, bucketKey);
        situation.encryption(encryption);
        if (encryption.usesKms() && key != null) {
            policyOf(key, bucket, context, situation);
        }
    }

    private void policyOf(String key, Bucket bucket, Map<String, List<String>> context, Situation.Builder situation) {
        Optional<KmsKey> found = find(key);
        if (found.isEmpty()) {
            situation.unknown(
                    Layer.KEY,
                    "the policy of the key " + key + " of " + bucket.element().logicalId()
                            + " is not in the templates");
            return;
        }
        KmsKey kms = found.get();
        List<String> aliases = aliasesOf(kms);
        if (!aliases.isEmpty()) {
            context.putIfAbsent(ALIASES, aliases);
        }
        if (kms.policy().isAbsent()) {
            situation.keyPolicy(AttachedPolicy.of(defaultPolicy(kms)));
            return;
        }
        Gathered gathered = new Gathered();
        gathered.add(kms.policy(), kms.element());
        gathered.policies().forEach(situation::keyPolicy);
        gathered.limit(situation, Layer.KEY);
    }

    /** The aliases of the templates; a key without one there may have others, which leaves the context key open. */
    private List<String> aliasesOf(KmsKey key) {
        return estate.all(KmsAlias.class).stream()
                .filter(alias -> alias.key()
                        .asText()
                        .filter(target -> target.equals(key.arn())
                                || key.id().asText().filter(target::equals).isPresent())
                        .isPresent())
                .flatMap(alias -> alias.name().asText().stream())
                .toList();
    }

    private Optional<KmsKey> find(String key) {
        String wanted = estate.all(KmsAlias.class).stream()
                .filter(alias -> alias.name()
                        .asText()
                        .filter(name -> key.equals(name) || key.endsWith(":" + name))
                        .isPresent())
                .flatMap(alias -> alias.key().asText().stream())
                .findFirst()
                .orElse(key);
        return estate.all(KmsKey.class).stream()
                .filter(kms -> kms.arn().equals(wanted)
                        || kms.id().asText().filter(wanted::equals).isPresent())
                .findFirst();
    }

    /** What KMS gives a key without a policy of its own: the account, and so its identity policies, may do everything. */
    private static PolicyDocument defaultPolicy(KmsKey key) {
        Arn arn = Arn.parse(key.arn());
        return PolicyDocument.of(new Statement(
                "Enable IAM User Permissions",
                Effect.ALLOW,
                Principals.of(Principal.aws("arn:" + arn.partition() + ":iam::" + arn.account() + ":root")),
                Actions.of("kms:*"),
                Resources.of("*"),
                Conditions.none()));
    }

    private static Optional<String> only(Map<String, List<String>> context, String key) {
        return context.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equalsIgnoreCase(key) && entry.getValue().size() == 1)
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }
}
