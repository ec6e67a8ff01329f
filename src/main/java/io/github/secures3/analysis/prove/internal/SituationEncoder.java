package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.DecisionRule;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Own;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.KeyContext;
import io.github.secures3.analysis.evaluate.KmsUse;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a situation into the formula under which a request to its bucket is allowed: the layers as the evaluator joins them, by the evaluator's
 * own {@link DecisionRule}, over what statements say to all requests.
 */
final class SituationEncoder {

    private static final List<String> NEVER_LOCKED =
            List.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

    private static final String ALGORITHM_HEADER = "s3:x-amz-server-side-encryption";
    private static final String KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final String CUSTOMER_KEY_HEADER = "s3:x-amz-server-side-encryption-customer-algorithm";

    private static final Set<String> ORGANIZATION_KEYS =
            Set.of("aws:principalorgid", "aws:principalorgpaths", "aws:resourceorgid", "aws:resourceorgpaths");

    private final Vocabulary vocabulary;
    private final BoundsAlgebra logic;
    private final DecisionRule<Bounds> rule;
    private final SymbolicPrincipal principal;
    private final StatementEncoder statements;
    private final Situation situation;
    private final BucketTarget target;
    private final ContextCompletion completion;
    private final AccessRequest sample;
    private final Map<String, ContextValue> fixed;

    /**
     * What a request may do in this situation.
     *
     * @param sample any request in question, from which the keys follow that are the same in all
     * @param fixed keys that all requests in question carry with the same value
     */
    SituationEncoder(
            Vocabulary vocabulary,
            BucketTarget target,
            Situation situation,
            AccessRequest sample,
            Map<String, ContextValue> fixed) {
        this.fixed = Map.copyOf(fixed);
        this.vocabulary = vocabulary;
        this.logic = vocabulary.logic();
        this.rule = new DecisionRule<>(logic);
        this.principal = vocabulary.principal();
        this.statements = new StatementEncoder(logic, principal);
        this.situation = situation;
        this.target = target;
        this.sample = sample;
        this.completion = ContextCompletion.of(sample, situation, situation.accessPoint());
        vocabulary.view(this::key);
        vocabulary.surroundedBy(situation);
    }

    /** When the request is allowed: everything that has to allow it does, and nothing denies it. */
    Bounds allowed() {
        AccessPoint point = situation.accessPoint();
        Resource<Bounds> bucket = bucket();
        Resource<Bounds> accessPoint = point == null ? null : accessPoint(point);
        DecisionRule.Request<Bounds> request = new DecisionRule.Request<>(
                principal.facts(),
                bucket,
                accessPoint,
                reachable(point),
                publicAccessBlocked(point),
                List.of(),
                Bounds.TRUE);
        Bounds s3 = logic.and(rule.allowed(request), logic.not(rule.denied(request)));
        return logic.and(s3, kms(bucket));
    }

    /** The S3 call as a statement about the bucket sees it. */
    Call call() {
        return new Call(
                "bucket",
                pattern -> Bounds.exact(vocabulary.actionFits(pattern)),
                target.bucket(),
                new ConditionEncoder("S3", logic, vocabulary.unknowns(), this::key));
    }

    StatementEncoder statements() {
        return statements;
    }

    private KeyValue key(String key) {
        KeyValue ofPrincipal = principal.key(key);
        if (ofPrincipal != null) {
            return ofPrincipal;
        }
        ContextValue follows = completion.get(key);
        boolean open = situation.accessPoint() == null && Availability.OF_ACCESS_POINTS.contains(key);
        // Accounts outside the organization can belong to others.
        boolean ofAnotherOrganization = follows.isAbsent() && ORGANIZATION_KEYS.contains(key);
        if (!follows.isUnknown() && !open && !ofAnotherOrganization && !principal.varies(key)) {
            return new KeyValue.Fixed(follows);
        }
        ContextValue bound = fixed.get(key);
        KeyValue free = vocabulary.free(key);
        if (bound == null) {
            return free;
        }
        vocabulary.requirePresent(key);
        return new KeyValue.Fixed(bound);
    }

    private Resource<Bounds> bucket() {
        Call call = call();
        StatementEncoder.Layer policy = layer(Layer.RESOURCE, situation.resourcePolicies(), call);
        Bounds sameAccount = principal.sameAccount(situation.resourceAccount(), "the bucket");
        Bounds neverLocked = logic.any(NEVER_LOCKED.stream()
                .map(action -> Bounds.exact(vocabulary.actionFits(action)))
                .toList());
        Bounds spared = logic.all(List.of(principal.facts().root(), sameAccount, neverLocked));
        Bounds denied = logic.and(policy.denied(), logic.not(spared));
        Grants<Bounds> grants = policy.grants();
        if (situation.accessControlLists()) {
            Bounds byList = logic.unknown("ACL", "an ACL may grant it, as Object Ownership is not BucketOwnerEnforced");
            grants = new Grants<>(logic.or(grants.direct(), byList), grants.limited(), grants.account());
        }
        return resource(call, sameAccount, grants, denied, rails(call, situation.resourceAccount()));
    }

    private Resource<Bounds> accessPoint(AccessPoint point) {
        Call call = new Call(
                "access point",
                pattern -> Bounds.exact(vocabulary.actionFits(pattern)),
                target.accessPoint(),
                new ConditionEncoder("S3", logic, vocabulary.unknowns(), this::key));
        StatementEncoder.Layer policy = layer(Layer.ACCESS_POINT, point.policies(), call);
        Bounds sameAccount = principal.sameAccount(point.account(), "the access point");
        return resource(call, sameAccount, policy.grants(), policy.denied(), rails(call, point.account()));
    }

    /** KMS consents, or the request needs no key: it asks for none, or its headers choose the encryption. */
    private Bounds kms(Resource<Bounds> bucket) {
        Bounds allowed = Bounds.TRUE;
        for (String s3Action : List.of("s3:GetObject", "s3:PutObject", "s3:ReplicateObject")) {
            AccessRequest asked = AccessRequest.of(sample.principal(), s3Action, sample.resource(), Map.of());
            KmsUse use = KmsUse.of(asked, situation, situation.resourceAccount());
            if (use != null) {
                Bounds needed = needed(s3Action);
                Bounds unused = logic.not(logic.of("use of a KMS key", use.used()));
                Bounds consent = logic.or(unused, consent(use, bucket));
                allowed = logic.and(allowed, logic.or(logic.not(needed), consent));
            }
        }
        // Requests carry the headers alone that a question or a policy asks about.
        boolean asked = vocabulary.keys().containsKey(ALGORITHM_HEADER)
                || vocabulary.keys().containsKey(KEY_HEADER);
        return asked ? logic.and(allowed, logic.or(logic.not(choosesKms()), asksKms())) : allowed;
    }

    /** An upload whose headers ask for a KMS key, which then is the caller's own. */
    private Bounds choosesKms() {
        Bounds writes = logic.or(
                Bounds.exact(vocabulary.actionFits("s3:PutObject")),
                Bounds.exact(vocabulary.actionFits("s3:ReplicateObject")));
        Bounds byAlgorithm = holds(Condition.of(Comparison.STRING_EQUALS, ALGORITHM_HEADER, "aws:kms", "aws:kms:dsse"));
        Bounds byKey = logic.all(List.of(
                present(KEY_HEADER), logic.not(present(ALGORITHM_HEADER)), logic.not(present(CUSTOMER_KEY_HEADER))));
        return logic.and(writes, logic.or(byAlgorithm, byKey));
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
                present(ALGORITHM_HEADER), present(KEY_HEADER), present(CUSTOMER_KEY_HEADER)));
        return logic.and(writes, logic.not(chosen));
    }

    private Bounds present(String key) {
        return holds(Condition.of(Comparison.NULL, key, "false"));
    }

    private Bounds holds(Condition condition) {
        return call().conditions().encode(condition, Vocabulary.version());
    }

    private Bounds consent(KmsUse use, Resource<Bounds> bucket) {
        List<Resource<Bounds>> uses = new ArrayList<>();
        for (String action : use.actions()) {
            uses.add(key(use, action));
        }
        DecisionRule.Request<Bounds> request = new DecisionRule.Request<>(
                principal.facts(), bucket, null, Bounds.TRUE, Bounds.FALSE, uses, logic.and(shareable(use), asksKms()));
        Bounds denied = logic.any(uses.stream().map(Resource::denied).toList());
        return logic.and(rule.kmsAllows(request), logic.not(denied));
    }

    private Resource<Bounds> key(KmsUse use, String action) {
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
        AttachedPolicy given = situation.keyPolicy();
        StatementEncoder.Layer policy = layer(Layer.KEY, given == null ? List.of() : List.of(given), call);
        Grants<Bounds> grants = policy.grants();
        Bounds sameAccount = principal.sameAccount(use.keyAccount(), "the KMS key");
        if (use.awsManaged()) {
            grants = new Grants<>(Bounds.TRUE, Bounds.FALSE, Bounds.FALSE);
            sameAccount = Bounds.TRUE;
        } else if (given == null && !situation.unknownLayers().containsKey(Layer.KEY)) {
            Bounds unknown = logic.unknown(
                    "policy of " + use.keyArn() + " on " + action, "the policy of the KMS key is not given");
            grants = new Grants<>(unknown, Bounds.FALSE, Bounds.FALSE);
        }
        boolean sameOwner = use.keyAccount() != null && use.keyAccount().equals(situation.resourceAccount());
        Rails rails = serviceControl(call);
        if (!use.awsManaged() && sameOwner) {
            rails = rails.and(resourceControl(call, situation.resourceAccount()), logic);
        }
        return resource(call, sameAccount, grants, policy.denied(), rails);
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
        return ofTheCaller ? key(key) : new KeyValue.Fixed(ofKms.get(key));
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

    private Resource<Bounds> resource(
            Call call, Bounds sameAccount, Grants<Bounds> grants, Bounds denied, Rails rails) {
        AttachedPolicy limit = situation.permissionsBoundary();
        boolean bounded = takesPart(Layer.BOUNDARY, limit == null);
        boolean scoped = takesPart(Layer.SESSION, situation.sessionPolicies().isEmpty());
        Bounds hasPolicies = logic.not(
                logic.or(principal.facts().withoutAccount(), principal.facts().root()));
        StatementEncoder.Layer identity = layer(Layer.IDENTITY, situation.identityPolicies(), call);
        StatementEncoder.Layer boundary = layer(Layer.BOUNDARY, limit == null ? List.of() : List.of(limit), call);
        StatementEncoder.Layer session = layer(Layer.SESSION, situation.sessionPolicies(), call);
        Own<Bounds> own = new Own<>(
                logic.and(hasPolicies, statements.any(identity.grants())),
                bounded ? statements.any(boundary.grants()) : Bounds.TRUE,
                scoped ? statements.any(session.grants()) : Bounds.TRUE,
                Bounds.of(scoped));
        Bounds deniedByOwn = logic.any(List.of(identity.denied(), boundary.denied(), session.denied()));
        Bounds deniedBySome = logic.any(List.of(denied, logic.and(hasPolicies, deniedByOwn), rails.denied()));
        return new Resource<>(sameAccount, own, grants, rails.allowed(), deniedBySome);
    }

    private boolean takesPart(Layer layer, boolean absent) {
        return !absent || situation.unknownLayers().containsKey(layer);
    }

    /** What a layer says; one that is known in part says at least that, and what else it may. */
    private StatementEncoder.Layer layer(Layer layer, List<AttachedPolicy> policies, Call call) {
        StatementEncoder.Layer known = statements.layer(policies, call);
        String unknown = situation.unknownLayers().get(layer);
        return unknown == null ? known : statements.withUnknown(known, layer.text() + " to " + call.name(), unknown);
    }

    /**
     * What the layers say that can only take away.
     *
     * @param allowed all of them let the call pass
     * @param denied some of them denies it
     */
    private record Rails(Bounds allowed, Bounds denied) {

        static final Rails NONE = new Rails(Bounds.TRUE, Bounds.FALSE);

        Rails and(Rails other, BoundsAlgebra logic) {
            return new Rails(logic.and(allowed, other.allowed), logic.or(denied, other.denied));
        }
    }

    private Rails rails(Call call, @Nullable String owner) {
        return endpoint(call).and(serviceControl(call), logic).and(resourceControl(call, owner), logic);
    }

    private Rails endpoint(Call call) {
        String unknown = situation.unknownLayers().get(Layer.ENDPOINT);
        if (situation.endpointPolicies().isEmpty() && unknown == null) {
            return Rails.NONE;
        }
        StatementEncoder.Layer layer = layer(Layer.ENDPOINT, situation.endpointPolicies(), call);
        return new Rails(statements.any(layer.grants()), layer.denied());
    }

    private Rails serviceControl(Call call) {
        if (sample.principal().isServiceLinkedRole()) {
            return Rails.NONE;
        }
        Bounds hasAccount = logic.not(principal.facts().withoutAccount());
        Organization organization = situation.organization();
        Bounds binds = organization == null ? hasAccount : new Membership(logic, principal, organization).ofMember();
        return levels(Layer.SCP, situation.serviceControlPolicies(), binds, call);
    }

    private Rails resourceControl(Call call, @Nullable String owner) {
        String account = situation.resourceAccount();
        boolean another = owner != null && account != null && !owner.equals(account);
        if (another || sample.principal().isServiceLinkedRole()) {
            return Rails.NONE;
        }
        Bounds binds = account == null ? Bounds.TRUE : binds(account);
        Rails rails = levels(Layer.RCP, situation.resourceControlPolicies(), binds, call);
        return new Rails(Bounds.TRUE, rails.denied());
    }

    private Rails levels(Layer layer, List<List<AttachedPolicy>> levels, Bounds binds, Call call) {
        String unknown = situation.unknownLayers().get(layer);
        if ((levels.isEmpty() && unknown == null) || binds.equals(Bounds.FALSE)) {
            return Rails.NONE;
        }
        List<StatementEncoder.Layer> all = new ArrayList<>();
        levels.forEach(level -> all.add(statements.layer(level, call)));
        if (unknown != null) {
            // Levels that nobody sees can only take away more.
            all.add(statements.unknown(layer.text() + " to " + call.name(), unknown));
        }
        Bounds allowed = logic.all(
                all.stream().map(each -> statements.any(each.grants())).toList());
        Bounds denied =
                logic.any(all.stream().map(StatementEncoder.Layer::denied).toList());
        return new Rails(logic.or(logic.not(binds), allowed), logic.and(binds, denied));
    }

    private Bounds binds(String account) {
        Organization organization = situation.organization();
        return organization == null ? Bounds.TRUE : logic.of("member " + account, organization.isMember(account));
    }

    /** Access points answer to HTTPS and to callers with credentials, as the decision rule and the context say; here comes the VPC. */
    private Bounds reachable(@Nullable AccessPoint point) {
        if (point == null || !point.isVpcOnly()) {
            return Bounds.TRUE;
        }
        String vpc = point.vpcId();
        return vpc == null
                ? logic.and(
                        present("aws:SourceVpc"),
                        logic.unknown("VPC of " + point.arn(), "the VPC of the access point is not given"))
                : holds(Condition.of(Comparison.STRING_EQUALS, "aws:SourceVpc", vpc));
    }

    /** S3 turns to KMS for requests alone that are signed and encrypted. */
    private Bounds asksKms() {
        Bounds plainHttp = holds(Condition.of(Comparison.BOOL, "aws:SecureTransport", "false"));
        return logic.not(logic.or(principal.facts().anonymous(), plainHttp));
    }

    private Bounds publicAccessBlocked(@Nullable AccessPoint point) {
        BlockPublicAccess settings = situation.blockPublicAccess();
        String unknown = situation.unknownLayers().get(Layer.BLOCK_PUBLIC_ACCESS);
        boolean restricted = (settings != null && settings.restrictPublicBuckets())
                || (point != null && point.blockPublicAccess().restrictPublicBuckets());
        Bounds on =
                restricted || unknown == null ? Bounds.of(restricted) : logic.unknown("restricted " + unknown, unknown);
        Bounds insider =
                logic.or(principal.isService(), principal.sameAccount(situation.resourceAccount(), "the bucket"));
        if (point != null) {
            insider = logic.or(insider, principal.sameAccount(point.account(), "the access point"));
        }
        return logic.all(List.of(on, logic.not(insider), isPublic(point)));
    }

    private Bounds isPublic(@Nullable AccessPoint point) {
        String unknown = situation.unknownLayers().get(Layer.RESOURCE);
        Bounds any = unknown == null ? Bounds.FALSE : logic.unknown("public " + unknown, unknown);
        for (AttachedPolicy policy : situation.resourcePolicies()) {
            any = logic.or(any, logic.of("public bucket policy", policy.isPublicForBucket()));
        }
        if (point != null && !point.isVpcOnly()) {
            for (AttachedPolicy policy : point.policies()) {
                any = logic.or(any, logic.of("public access point policy", policy.isPublicForAccessPoint()));
            }
        }
        return any;
    }
}
