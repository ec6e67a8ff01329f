package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.ContextCompletion;
import io.github.secures3.analysis.evaluate.DecisionRule;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestedAcl;
import io.github.secures3.analysis.evaluate.RequestedEncryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> ORGANIZATION_KEYS =
            Set.of("aws:principalorgid", "aws:principalorgpaths", "aws:resourceorgid", "aws:resourceorgpaths");

    private static final String RESOURCE_TAG = "aws:resourcetag/";

    private final Vocabulary vocabulary;
    private final BoundsAlgebra logic;
    private final DecisionRule<Bounds> rule;
    private final SymbolicPrincipal principal;
    private final LayerEncoder layers;
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
        this.layers =
                new LayerEncoder(logic, principal, situation, sample.principal().isServiceLinkedRole());
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
                headersRefused(point),
                List.of(),
                Bounds.TRUE);
        Bounds s3 = logic.and(rule.allowed(request), logic.not(rule.denied(request)));
        KmsEncoder kms = new KmsEncoder(vocabulary, target, situation, layers, sample, this::key);
        return logic.and(s3, kms.allows(bucket));
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
        return layers.statements();
    }

    /** What a statement about the access point sees: no request tells its tags apart from those of the bucket. */
    private KeyValue keyAtAccessPoint(String key) {
        return key.startsWith(RESOURCE_TAG)
                ? new KeyValue.Fixed(completion.atAccessPoint().get(key))
                : key(key);
    }

    private KeyValue key(String key) {
        KeyValue ofPrincipal = principal.key(key);
        if (ofPrincipal != null) {
            return ofPrincipal;
        }
        ContextValue follows = completion.get(key);
        boolean open = situation.accessPoint() == null
                && (Availability.OF_ACCESS_POINTS.contains(key) || key.startsWith(ContextCompletion.ACCESS_POINT_TAG));
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
        StatementEncoder.Layer policy = layers.layer(Layer.RESOURCE, situation.resourcePolicies(), call);
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
        return layers.resource(call, sameAccount, grants, denied, layers.rails(call, situation.resourceAccount()));
    }

    private Resource<Bounds> accessPoint(AccessPoint point) {
        Call call = new Call(
                "access point",
                pattern -> Bounds.exact(vocabulary.actionFits(pattern)),
                target.accessPoint(),
                new ConditionEncoder("S3", logic, vocabulary.unknowns(), this::keyAtAccessPoint));
        StatementEncoder.Layer policy = layers.layer(Layer.ACCESS_POINT, point.policies(), call);
        Bounds sameAccount = principal.sameAccount(point.account(), "the access point");
        return layers.resource(
                call, sameAccount, policy.grants(), policy.denied(), layers.rails(call, point.account()));
    }

    /** Access points answer to HTTPS and to callers with credentials, as the decision rule and the context say; here comes the VPC. */
    private Bounds reachable(@Nullable AccessPoint point) {
        if (point != null && point.isOriginOpen()) {
            return logic.or(comesFromVpcOf(point), logic.unknown("origin of " + point.arn(), point.openOrigin()));
        }
        return point == null || !point.isVpcOnly() ? Bounds.TRUE : comesFromVpcOf(point);
    }

    private Bounds comesFromVpcOf(AccessPoint point) {
        String vpc = point.vpcId();
        return vpc == null
                ? logic.and(
                        call().conditions().has("aws:SourceVpc"),
                        logic.unknown("VPC of " + point.arn(), "the VPC of the access point is not given"))
                : call().conditions().holds(Condition.of(Comparison.STRING_EQUALS, "aws:SourceVpc", vpc));
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

    private Bounds headersRefused(@Nullable AccessPoint point) {
        return logic.or(aclRefused(point), RequestedEncryption.isRefused(logic, this::headersSatisfy));
    }

    /** What Block Public Access and Object Ownership say to ACLs that requests carry. */
    private Bounds aclRefused(@Nullable AccessPoint point) {
        BlockPublicAccess settings = situation.blockPublicAccess();
        String unknown = situation.unknownLayers().get(Layer.BLOCK_PUBLIC_ACCESS);
        boolean blocks = (settings != null && settings.blockPublicAcls())
                || (point != null && point.blockPublicAccess().blockPublicAcls());
        Bounds on = blocks || unknown == null ? Bounds.of(blocks) : logic.unknown("public ACLs " + unknown, unknown);
        Bounds refused = logic.and(on, RequestedAcl.isPublic(logic, this::headersSatisfy));
        Bounds enforced = logic.of("BucketOwnerEnforced", situation.bucketOwnerEnforced());
        refused =
                logic.or(refused, logic.and(enforced, RequestedAcl.isRefusedWithoutAcls(logic, this::headersSatisfy)));
        Bounds setsAcl = logic.any(RequestedAcl.ACTIONS.stream()
                .map(action -> Bounds.exact(vocabulary.actionFits(action)))
                .toList());
        return logic.and(setsAcl, refused);
    }

    /** Requests carry the headers alone that a question or a policy asks about. */
    private Bounds headersSatisfy(Condition condition) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        boolean carried = vocabulary.keys().containsKey(key)
                || fixed.containsKey(key)
                || sample.context().containsKey(key);
        return carried ? call().conditions().holds(condition) : Bounds.FALSE;
    }

    private Bounds isPublic(@Nullable AccessPoint point) {
        String unknown = situation.unknownLayers().get(Layer.RESOURCE);
        Bounds any = unknown == null ? Bounds.FALSE : logic.unknown("public " + unknown, unknown);
        for (AttachedPolicy policy : situation.resourcePolicies()) {
            any = logic.or(any, logic.of("public bucket policy", policy.isPublicForBucket()));
        }
        if (point != null) {
            for (AttachedPolicy policy : point.policies()) {
                any = logic.or(
                        any,
                        logic.of(
                                "public access point policy",
                                policy.isPublicForAccessPoint().and(point.canBePublic())));
            }
        }
        return any;
    }
}
