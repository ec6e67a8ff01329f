package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.DecisionRule;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.KeyContext;
import io.github.secures3.analysis.evaluate.KmsUse;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What AWS KMS adds to a call to Amazon S3 whose object is under a key: its consent, as the evaluator asks for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms">Permissions for SSE-KMS</a>
 */
final class KmsEncoder {

    private static final String ALGORITHM_HEADER = "s3:x-amz-server-side-encryption";
    private static final String KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final String CUSTOMER_KEY_HEADER = "s3:x-amz-server-side-encryption-customer-algorithm";

    private static final String EXAMPLE_KEY = KeyForms.preferred(KEY_HEADER).get(0);
    private static final List<AttachedPolicy> OPEN = List.of(Placement.OPEN);

    private final Vocabulary vocabulary;
    private final BoundsAlgebra logic;
    private final DecisionRule<Bounds> rule;
    private final SymbolicPrincipal principal;
    private final LayerEncoder layers;
    private final Situation situation;
    private final BucketTarget target;
    private final AccessRequest sample;
    private final ContextCompletion completion;
    private final KeyView keys;
    private final ConditionEncoder conditions;

    /**
     * KMS in a situation.
     *
     * @param sample any request in question, from which the keys follow that are the same in all
     * @param keys what the call to S3 carries
     */
    KmsEncoder(
            Vocabulary vocabulary,
            BucketTarget target,
            Situation situation,
            LayerEncoder layers,
            AccessRequest sample,
            KeyView keys) {
        this.vocabulary = vocabulary;
        this.logic = vocabulary.logic();
        this.rule = new DecisionRule<>(logic);
        this.principal = vocabulary.principal();
        this.layers = layers;
        this.situation = situation;
        this.target = target;
        this.sample = sample;
        this.completion = ContextCompletion.of(sample, situation, situation.accessPoint());
        this.keys = keys;
        this.conditions = new ConditionEncoder("S3", logic, vocabulary.unknowns(), keys);
    }

    /** KMS consents, or the request needs no key: it asks for none, or its headers choose the encryption. */
    Bounds allows(Resource<Bounds> bucket) {
        Bounds allowed = Bounds.TRUE;
        AttachedPolicy given = situation.keyPolicy();
        List<AttachedPolicy> policies = given == null ? List.of() : List.of(given);
        for (String s3Action : List.of("s3:GetObject", "s3:PutObject", "s3:ReplicateObject")) {
            AccessRequest asked = AccessRequest.of(sample.principal(), s3Action, sample.resource(), Map.of());
            KmsUse use = KmsUse.of(asked, situation, situation.resourceAccount());
            if (use != null) {
                Bounds needed = needed(s3Action);
                Bounds unused = logic.not(logic.of("use of a KMS key", use.used()));
                Bounds enabled =
                        use.awsManaged() ? Bounds.TRUE : logic.of("state of the KMS key", situation.keyEnabled());
                Bounds consent = logic.or(unused, logic.and(enabled, consent(use, policies, bucket)));
                allowed = logic.and(allowed, logic.or(logic.not(needed), consent));
            }
        }
        // Requests carry the headers alone that a question or a policy asks about.
        boolean asked = vocabulary.keys().containsKey(ALGORITHM_HEADER)
                || vocabulary.keys().containsKey(KEY_HEADER);
        return asked ? logic.and(allowed, logic.or(logic.not(choosesKms()), ownKeyServes(bucket))) : allowed;
    }

    /** An upload whose headers ask for a KMS key. */
    private Bounds choosesKms() {
        Bounds writes = logic.or(
                Bounds.exact(vocabulary.actionFits("s3:PutObject")),
                Bounds.exact(vocabulary.actionFits("s3:ReplicateObject")));
        Bounds byAlgorithm =
                conditions.holds(Condition.of(Comparison.STRING_EQUALS, ALGORITHM_HEADER, "aws:kms", "aws:kms:dsse"));
        Bounds byKey = logic.all(List.of(
                conditions.has(KEY_HEADER),
                logic.not(conditions.has(ALGORITHM_HEADER)),
                logic.not(conditions.has(CUSTOMER_KEY_HEADER))));
        return logic.and(writes, logic.or(byAlgorithm, byKey));
    }

    /** A key that headers ask for is the caller's own, so that it surely serves where the caller's policies let it, and may in any case. */
    private Bounds ownKeyServes(Resource<Bounds> bucket) {
        Bounds named = conditions.has(KEY_HEADER);
        Bounds example = conditions.holds(Condition.of(Comparison.STRING_EQUALS, KEY_HEADER, EXAMPLE_KEY));
        Bounds surely = logic.or(
                logic.and(logic.not(named), consent(own(KmsUse.unknownKey(situation.resourceAccount())), OPEN, bucket)),
                logic.and(example, consent(own(EXAMPLE_KEY), OPEN, bucket)));
        return logic.between(
                logic.and(surely, asksKms()).must(),
                asksKms().may(),
                "own key",
                "whether KMS lets the caller use the key that its headers ask for depends on that key");
    }

    private KmsUse own(String keyArn) {
        return new KmsUse(
                List.of(KmsUse.GENERATE),
                keyArn,
                Arn.find(keyArn).map(Arn::account).orElse(situation.resourceAccount()),
                false,
                null,
                Truth.TRUE);
    }

    private Bounds needed(String s3Action) {
        if (s3Action.equals("s3:GetObject")) {
            return logic.any(List.of(
                    Bounds.exact(vocabulary.actionFits("s3:GetObject")),
                    Bounds.exact(vocabulary.actionFits("s3:GetObjectVersion")),
                    Bounds.exact(vocabulary.actionFits("s3:GetObjectVersionForReplication"))));
        }
        Bounds writes = Bounds.exact(vocabulary.actionFits(s3Action));
        Bounds chosen = logic.any(List.of(
                conditions.has(ALGORITHM_HEADER), conditions.has(KEY_HEADER), conditions.has(CUSTOMER_KEY_HEADER)));
        return logic.and(writes, logic.not(chosen));
    }

    /** S3 turns to KMS for requests alone that are signed and encrypted. */
    private Bounds asksKms() {
        Bounds plainHttp = conditions.holds(Condition.of(Comparison.BOOL, "aws:SecureTransport", "false"));
        return logic.not(logic.or(principal.facts().anonymous(), plainHttp));
    }

    private Bounds consent(KmsUse use, List<AttachedPolicy> policies, Resource<Bounds> bucket) {
        List<Resource<Bounds>> uses = new ArrayList<>();
        for (String action : use.actions()) {
            uses.add(key(use, policies, action));
        }
        DecisionRule.Request<Bounds> request = new DecisionRule.Request<>(
                principal.facts(),
                bucket,
                null,
                Bounds.TRUE,
                Bounds.FALSE,
                Bounds.FALSE,
                uses,
                logic.and(shareable(use), asksKms()));
        Bounds denied = logic.any(uses.stream().map(Resource::denied).toList());
        return logic.and(rule.kmsAllows(request), logic.not(denied));
    }

    private Resource<Bounds> key(KmsUse use, List<AttachedPolicy> policies, String action) {
        KeyContext ofKms = new KeyContext(
                completion,
                sample.principal(),
                use.keyArn(),
                use.keyAccount(),
                KeyContext.encryptionContext(use.bucketKey(), target.bucketArn()));
        Call call = new Call(
                action + " with " + use.keyArn(),
                pattern -> Bounds.of(TextPattern.action(pattern)
                        .matches(action, key -> ContextValue.UNKNOWN)
                        .isTrue()),
                ResourceView.fixed(logic, use.keyArn()),
                new ConditionEncoder("KMS", logic, vocabulary.unknowns(), key -> keyOfKms(key, use, ofKms)));
        boolean chosen = policies.equals(OPEN);
        StatementEncoder.Layer policy =
                chosen ? layers.statements().layer(policies, call) : layers.layer(Layer.KEY, policies, call);
        Grants<Bounds> grants = policy.grants();
        Bounds sameAccount = principal.sameAccount(use.keyAccount(), "the KMS key");
        if (use.awsManaged()) {
            grants = new Grants<>(Bounds.TRUE, Bounds.FALSE, Bounds.FALSE);
            sameAccount = Bounds.TRUE;
        } else if (policies.isEmpty() && !situation.unknownLayers().containsKey(Layer.KEY)) {
            Bounds unknown = logic.unknown(
                    "policy of " + use.keyArn() + " on " + action, "the policy of the KMS key is not given");
            grants = new Grants<>(unknown, Bounds.FALSE, Bounds.FALSE);
        }
        boolean sameOwner = use.keyAccount() != null && use.keyAccount().equals(situation.resourceAccount());
        LayerEncoder.Rails rails = layers.serviceControl(call);
        if (!use.awsManaged() && sameOwner) {
            rails = rails.and(layers.resourceControl(call, situation.resourceAccount()), logic);
        }
        return layers.resource(call, sameAccount, grants, policy.denied(), rails);
    }

    private KeyValue keyOfKms(String key, KmsUse use, KeyContext ofKms) {
        if (key.equals("kms:calleraccount")) {
            KeyValue account = principal.key("aws:principalaccount");
            if (account instanceof KeyValue.OfText text) {
                int hasAccount = Circuit.not(principal.facts().withoutAccount().must());
                return KeyValue.OfText.from(text.attribute(), hasAccount, text.origin());
            }
        }
        if (key.equals("kms:encryptioncontext:aws:s3:arn") && Boolean.FALSE.equals(use.bucketKey())) {
            return target.objectArn();
        }
        // What nobody knows about the call to KMS, such as the tags of the key, stays unknown: no request tells it.
        boolean ofTheCaller = KeyContext.isOfTheCallToS3(key) && !key.startsWith("kms:");
        return ofTheCaller ? keys.get(key) : new KeyValue.Fixed(ofKms.get(key));
    }

    private Bounds shareable(KmsUse use) {
        if (!use.awsManaged()) {
            return Bounds.TRUE;
        }
        Bounds hasAccount = logic.not(principal.facts().withoutAccount());
        boolean uploadersOwn = use.writes()
                && situation.encryption() != null
                && situation.encryption().keyArn() == null;
        return uploadersOwn ? hasAccount : principal.sameAccount(use.keyAccount(), "the KMS key");
    }
}
