package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.KmsUse;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Element;
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
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The encryption of a request's object, and the policy and state of its key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">Default encryption</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html">Key states</a>
 */
final class Key {

    private static final String ALGORITHM_HEADER = "s3:x-amz-server-side-encryption";
    private static final String KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private static final String ALIASES = "kms:resourcealiases";

    private static final String ALIAS = "alias/";

    /**
     * The alias of the AWS managed key.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">AWS managed key aws/s3</a>
     */
    private static final String MANAGED = "alias/aws/s3";

    private final Estate estate;
    private final RequestPrincipal caller;

    Key(Estate estate, RequestPrincipal caller) {
        this.estate = estate;
        this.caller = caller;
    }

    /** An upload may ask for its own encryption; every other object is taken as encrypted as its bucket says by default. */
    void describe(Bucket bucket, Map<String, List<String>> context, Situation.Builder situation) {
        String algorithm = only(context, ALGORITHM_HEADER).orElse(null);
        if (algorithm != null) {
            String key = only(context, KEY_HEADER).orElse(null);
            boolean theirs = key != null && Arn.find(key).isEmpty() && mayMeanAnother(bucket);
            situation.encryption(new Encryption(algorithm, theirs ? KmsUse.unknownKey(null) : key, null));
            if (theirs) {
                ofTheCaller(String.valueOf(key), situation);
            } else if (key != null) {
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
        // What stands there where no key is named: the AWS managed key of whoever uploads.
        String key = rule.key().asText().filter(name -> !name.equals(MANAGED)).orElse(null);
        boolean theirs = key != null && isAlias(key) && mayMeanAnother(bucket);
        String arn = key == null || theirs
                ? null
                : find(key, bucket).map(KmsKey::arn).orElse(key);
        Boolean bucketKey = rule.bucketKey().isUnknown()
                ? null
                : Boolean.valueOf(rule.bucketKey().isSurely(on -> on));
        Encryption encryption = new Encryption(algorithm, theirs ? KmsUse.unknownKey(null) : arn, bucketKey);
        situation.encryption(encryption);
        if (encryption.usesKms() && theirs) {
            ofTheCaller(String.valueOf(key), situation);
        } else if (encryption.usesKms() && key != null) {
            policyOf(key, bucket, context, situation);
        }
    }

    private static boolean isAlias(String key) {
        return key.startsWith(ALIAS) || key.contains(":" + ALIAS);
    }

    /** Whether somebody else than the bucket's account may ask. */
    private boolean mayMeanAnother(Bucket bucket) {
        String owner = accountOf(bucket.element());
        return caller.account() == null || !caller.account().equals(owner);
    }

    /**
     * KMS looks a name up in the account of whoever asks.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionbydefault.html">
     *     ServerSideEncryptionByDefault</a>
     */
    private static void ofTheCaller(String key, Situation.Builder situation) {
        situation.unknown(
                Layer.KEY,
                "which key " + UnresolvedToken.shown(key)
                        + " means is not known: KMS looks it up in the account of the caller, which is not that of the"
                        + " bucket");
    }

    private void policyOf(String key, Bucket bucket, Map<String, List<String>> context, Situation.Builder situation) {
        Optional<KmsKey> found = find(key, bucket);
        if (found.isEmpty()) {
            situation.unknown(
                    Layer.KEY,
                    "the policy of the key " + key + " of " + bucket.element().logicalId()
                            + " is not in the templates");
            return;
        }
        describe(found.get(), context, situation);
    }

    /** The policy and state of a key, and the aliases that requests to it carry. */
    void describe(KmsKey kms, Map<String, List<String>> context, Situation.Builder situation) {
        String id = kms.element().logicalId();
        situation.keyEnabled(kms.enabled()
                .whyUnknown()
                .map(reason -> Truth.unknown("whether " + id + " is enabled is not known: " + reason))
                .orElse(Truth.of(!kms.enabled().isSurely(on -> !on))));
        List<String> aliases = aliasesOf(kms);
        if (!aliases.isEmpty()) {
            context.putIfAbsent(ALIASES, aliases);
        }
        if (kms.policy().isAbsent() && kms.element().presence().whyUnknown().isEmpty()) {
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

    private Optional<KmsKey> find(String key, Bucket bucket) {
        String wanted = estate.all(KmsAlias.class).stream()
                .filter(alias -> mayBeBeside(alias.element(), bucket.element()))
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

    /** An alias is one of its account and Region. */
    private boolean mayBeBeside(Element one, Element other) {
        return !TextPattern.equal(accountOf(one), accountOf(other)).isFalse()
                && !TextPattern.equal(regionOf(one), regionOf(other)).isFalse();
    }

    private String accountOf(Element element) {
        return estate.stack(element.stack())
                .flatMap(stack -> stack.account().asText())
                .orElse("");
    }

    private String regionOf(Element element) {
        return estate.stack(element.stack())
                .flatMap(stack -> stack.region().asText())
                .orElse("");
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
