package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.DecisionRule.Caller;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Own;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One decision in the making: holds the statements against the request and hands the answers to {@link DecisionRule}. */
final class Evaluation {

    private static final String KMS = "kms:";
    private static final DecisionRule<Truth> RULE = new DecisionRule<>(ThreeValued.INSTANCE);

    /** What the root user of the owner account can do whatever the bucket policy denies, so that nobody locks himself out. */
    private static final Set<String> NEVER_LOCKED =
            Set.of("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy");

    private final AccessRequest request;
    private final Situation situation;
    private final RequestPrincipal principal;
    private final @Nullable String resourceAccount;
    private final Route route;
    private final ContextCompletion context;
    private final ServiceRules service;
    private final Guardrails guardrails;
    private final LayerTraces traces = new LayerTraces();

    Evaluation(AccessRequest request, Situation situation) {
        this.request = request;
        this.situation = situation;
        this.principal = request.principal();
        this.resourceAccount = ownerOf(request, situation);
        this.route = Route.of(request, situation);
        this.context = ContextCompletion.of(request, situation, route.accessPoint());
        this.service = new ServiceRules(request, situation, route, context);
        this.guardrails = new Guardrails(request, situation, resourceAccount, traces);
    }

    Decision decide() {
        if (isToKms(request)) {
            return decideKey();
        }
        Resource<Truth> point = accessPoint();
        Resource<Truth> bucket = bucket();
        KmsUse kms = KmsUse.of(request, situation, resourceAccount);
        List<Resource<Truth>> keys = new ArrayList<>();
        Truth keyShareable = Truth.TRUE;
        if (kms != null) {
            kms.actions().forEach(action -> keys.add(key(kms, action)));
            Truth serves = service.keyServes(kms);
            traceKey(keys, serves);
            keyShareable = serves.and(service.asksKms(kms));
        }
        Truth publicAcl = service.publicAclBlocked();
        DecisionRule.Request<Truth> whole = new DecisionRule.Request<>(
                caller(),
                bucket,
                point,
                service.reachable(),
                publicAccessBlocked(publicAcl),
                publicAcl.or(service.aclNotTaken()).or(service.encryptionNotTaken()),
                keys,
                keyShareable);
        return Conclusion.of(
                RULE.allowed(whole),
                RULE.denied(whole),
                traces.decisions(),
                service.obstacles(),
                !PossibleRequest.isAboutAllBuckets(request.resource()));
    }

    /** What the key itself comes to, whether or not S3 turns to it. */
    private void traceKey(List<Resource<Truth>> uses, Truth serves) {
        Truth denied = uses.stream().map(Resource::denied).reduce(Truth.FALSE, Truth::or);
        DecisionRule.Request<Truth> keysAlone = new DecisionRule.Request<>(
                caller(), uses.get(0), null, Truth.TRUE, Truth.FALSE, Truth.FALSE, uses, serves);
        traces.conclude(Layer.KEY, RULE.kmsAllows(keysAlone), denied);
    }

    /** A request to KMS itself: no bucket has a say, and the key's rule applies to its own policy. */
    private Decision decideKey() {
        RequestView view = view(request.action(), request.resource(), context);
        AttachedPolicy given = situation.keyPolicy();
        LayerMatch policy = match(Layer.KEY, given == null ? situation.resourcePolicies() : List.of(given), view);
        traces.add(Layer.KEY, policy.allowed(), policy.denied(), policy);
        Truth sameAccount = ContextCompletion.sameAccount(principal, resourceAccount, "the KMS key");
        Resource<Truth> key =
                resource(view, sameAccount, policy.grants(), policy.denied(), guardrails.of(view, resourceAccount));
        DecisionRule.Request<Truth> whole = new DecisionRule.Request<>(
                caller(),
                key,
                null,
                Truth.TRUE,
                Truth.FALSE,
                Truth.FALSE,
                List.of(key),
                service.keyTakes(request.action()));
        return Conclusion.of(RULE.kmsAllows(whole), RULE.denied(whole), traces.decisions(), service.obstacles(), true);
    }

    private static boolean isToKms(AccessRequest request) {
        return request.action().regionMatches(true, 0, KMS, 0, KMS.length());
    }

    private static @Nullable String ownerOf(AccessRequest request, Situation situation) {
        String stated = situation.resourceAccount();
        if (stated != null) {
            return stated;
        }
        List<String> key = request.context().getOrDefault("aws:resourceaccount", List.of());
        if (key.size() == 1) {
            return key.get(0);
        }
        return isToKms(request) ? Arn.find(request.resource()).map(Arn::account).orElse(null) : null;
    }

    private Caller<Truth> caller() {
        return new Caller<>(
                Truth.of(!principal.hasAccount()),
                Truth.of(principal.kind() == Kind.ANONYMOUS),
                Truth.of(principal.kind() == Kind.ROOT),
                Truth.of(principal.kind() == Kind.FEDERATED_USER));
    }

    private Resource<Truth> bucket() {
        RequestView view = view(request.action(), route.bucket(), context);
        LayerMatch policy = match(Layer.RESOURCE, situation.resourcePolicies(), view);
        boolean ownerRoot = principal.kind() == Kind.ROOT
                && NEVER_LOCKED.contains(request.action().toLowerCase(Locale.ROOT));
        Truth sameAccount = ContextCompletion.sameAccount(principal, resourceAccount, "the bucket");
        Truth denied = ownerRoot ? policy.denied().and(sameAccount.not()) : policy.denied();
        PrincipalMatch grants = situation.accessControlLists()
                ? policy.grants()
                        .or(PrincipalMatch.direct(
                                Truth.unknown("an ACL may grant it, as Object Ownership is not BucketOwnerEnforced")))
                : policy.grants();
        if (!situation.resourcePolicies().isEmpty() || situation.unknownLayers().containsKey(Layer.RESOURCE)) {
            traces.add(Layer.RESOURCE, policy.allowed(), denied, policy);
        }
        return resource(view, sameAccount, grants, denied, guardrails.of(view, resourceAccount));
    }

    private @Nullable Resource<Truth> accessPoint() {
        AccessPoint point = route.accessPoint();
        if (point == null) {
            return null;
        }
        RequestView view = view(request.action(), route.accessPointResource(), context.atAccessPoint());
        LayerMatch policy = match(Layer.ACCESS_POINT, point.policies(), view);
        traces.add(Layer.ACCESS_POINT, policy.allowed(), policy.denied(), policy);
        Truth sameAccount = ContextCompletion.sameAccount(principal, point.account(), "the access point");
        return resource(view, sameAccount, policy.grants(), policy.denied(), guardrails.of(view, point.account()));
    }

    private Resource<Truth> key(KmsUse kms, String action) {
        String encryptionContext = KeyContext.encryptionContext(kms.bucketKey(), route.bucket());
        RequestView view = view(
                action,
                kms.keyArn(),
                new KeyContext(context, principal, kms.keyArn(), kms.keyAccount(), encryptionContext));
        AttachedPolicy given = situation.keyPolicy();
        LayerMatch policy = match(Layer.KEY, given == null ? List.of() : List.of(given), view);
        PrincipalMatch grants = policy.grants();
        Truth sameAccount = ContextCompletion.sameAccount(principal, kms.keyAccount(), "the KMS key");
        if (kms.awsManaged()) {
            // Its policy, which AWS writes, lets every principal of the account in that may use S3.
            grants = PrincipalMatch.DIRECT;
            sameAccount = Truth.TRUE;
        } else if (given == null && !situation.unknownLayers().containsKey(Layer.KEY)) {
            grants = PrincipalMatch.direct(Truth.unknown("the policy of the KMS key is not given"));
        }
        traces.add(Layer.KEY, policy.allowed(), policy.denied(), policy);
        Resource<Truth> key =
                resource(view, sameAccount, grants, policy.denied(), guardrails.ofKey(view, kms, resourceAccount));
        return kms.used().isTrue() ? key : where(kms.used(), key);
    }

    /** The consent of a key that counts only where this holds: otherwise nothing about it stands in the way. */
    private static Resource<Truth> where(Truth used, Resource<Truth> key) {
        Truth unused = used.not();
        return new Resource<>(
                key.sameAccount(),
                new Own<>(
                        key.own().identity().or(unused),
                        key.own().boundary().or(unused),
                        key.own().session().or(unused),
                        key.own().sessionPolicies()),
                new Grants<>(
                        key.grants().direct().or(unused),
                        key.grants().limited(),
                        key.grants().account()),
                key.guardrails().or(unused),
                key.denied().and(used));
    }

    private Resource<Truth> resource(
            RequestView view, Truth sameAccount, PrincipalMatch grants, Truth denied, Guardrails.Answer rails) {
        LayerMatch identity = ownLayer(Layer.IDENTITY, situation.identityPolicies(), view);
        AttachedPolicy limit = situation.permissionsBoundary();
        LayerMatch boundary = ownLayer(Layer.BOUNDARY, limit == null ? List.of() : List.of(limit), view);
        LayerMatch session = ownLayer(Layer.SESSION, situation.sessionPolicies(), view);
        boolean bounded = takesPart(Layer.BOUNDARY, limit == null);
        boolean scoped = takesPart(Layer.SESSION, situation.sessionPolicies().isEmpty());
        Own<Truth> own = new Own<>(
                identity.allowed(),
                bounded ? boundary.allowed() : Truth.TRUE,
                scoped ? session.allowed() : Truth.TRUE,
                Truth.of(scoped));
        boolean ofTheRequest = view.action().equals(request.action());
        if (ofTheRequest) {
            trace(Layer.IDENTITY, identity, principal.hasAccount() && principal.kind() != Kind.ROOT);
            trace(Layer.BOUNDARY, boundary, bounded);
            trace(Layer.SESSION, session, scoped);
        }
        Truth deniedBySomeLayer = denied.or(identity.denied())
                .or(boundary.denied())
                .or(session.denied())
                .or(rails.denied());
        return new Resource<>(
                sameAccount,
                own,
                new Grants<>(grants.direct(), grants.limited(), grants.account()),
                rails.allowed(),
                deniedBySomeLayer);
    }

    /** Services, anonymous callers and root users have no policies of their own. */
    private LayerMatch ownLayer(Layer layer, List<AttachedPolicy> policies, RequestView view) {
        boolean has = principal.hasAccount() && principal.kind() != Kind.ROOT;
        return has ? match(layer, policies, view) : LayerMatch.of(List.of(), view);
    }

    private boolean takesPart(Layer layer, boolean empty) {
        boolean has = principal.hasAccount() && principal.kind() != Kind.ROOT;
        return has && (!empty || situation.unknownLayers().containsKey(layer));
    }

    private void trace(Layer layer, LayerMatch match, boolean takesPart) {
        if (takesPart) {
            traces.add(layer, match.allowed(), match.denied(), match);
        }
    }

    private LayerMatch match(Layer layer, List<AttachedPolicy> policies, RequestView view) {
        String unknown = situation.unknownLayers().get(layer);
        LayerMatch match = LayerMatch.of(policies, view);
        return unknown == null ? match : match.orUnknown(unknown);
    }

    private RequestView view(String action, String resource, ContextView keys) {
        return new RequestView(
                principal, action, resource, keys, takesPart(Layer.BOUNDARY, situation.permissionsBoundary() == null));
    }

    /** With RestrictPublicBuckets a public policy lets in AWS services and the accounts of the bucket and the access point alone. */
    private Truth publicAccessBlocked(Truth publicAcl) {
        BlockPublicAccess settings = situation.blockPublicAccess();
        AccessPoint point = route.accessPoint();
        String unknown = situation.unknownLayers().get(Layer.BLOCK_PUBLIC_ACCESS);
        if (settings == null
                && unknown == null
                && (point == null || !point.blockPublicAccess().restrictPublicBuckets())
                && publicAcl.isFalse()) {
            return Truth.FALSE;
        }
        boolean restricted = (settings != null && settings.restrictPublicBuckets())
                || (point != null && point.blockPublicAccess().restrictPublicBuckets());
        Truth on = restricted || unknown == null ? Truth.of(restricted) : Truth.unknown(unknown);
        Truth insider = Truth.of(principal.kind() == Kind.SERVICE)
                .or(ContextCompletion.sameAccount(principal, resourceAccount, "the bucket"));
        if (point != null) {
            insider = insider.or(ContextCompletion.sameAccount(principal, point.account(), "the access point"));
        }
        Truth blocked = on.and(insider.not()).and(isPublic(point));
        traces.add(
                Layer.BLOCK_PUBLIC_ACCESS,
                blocked.or(publicAcl).not(),
                Truth.FALSE,
                LayerMatch.of(List.of(), view(request.action(), route.bucket(), context)));
        return blocked;
    }

    private Truth isPublic(@Nullable AccessPoint point) {
        String unknown = situation.unknownLayers().get(Layer.RESOURCE);
        Truth any = unknown == null ? Truth.FALSE : Truth.unknown(unknown);
        for (AttachedPolicy policy : situation.resourcePolicies()) {
            any = any.or(policy.isPublicForBucket());
        }
        if (point != null) {
            for (AttachedPolicy policy : point.policies()) {
                any = any.or(policy.isPublicForAccessPoint().and(point.canBePublic()));
            }
        }
        return any;
    }
}
