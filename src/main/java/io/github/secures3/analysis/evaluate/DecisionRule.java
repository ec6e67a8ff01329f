package io.github.secures3.analysis.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How AWS joins the layers into one decision: a Boolean function over "which statements match" and facts about the caller.
 *
 * <p>A request is allowed when nothing denies it, the bucket's side and the caller's side consent as the caller's account demands, no
 * guardrail stands in the way, the access point consents where one is used, and the KMS key consents where one is needed.
 *
 * @param <B> the truth values, or formulas
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS
 *     decides whether a request is allowed or denied</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy
 *     evaluation logic</a>
 * @since 0.1
 */
public final class DecisionRule<B> {

    /**
     * Facts about the caller.
     *
     * @param <B> the truth values, or formulas
     * @param withoutAccount it is an AWS service or anonymous, and so has no policies of its own
     * @param anonymous it is anonymous
     * @param root it is the root user of its account
     * @param federatedUser it is a federated user, who may do only what its session policies allow
     */
    public record Caller<B>(B withoutAccount, B anonymous, B root, B federatedUser) {}

    /**
     * What the caller's own policies say about one resource. A layer that takes no part allows.
     *
     * @param <B> the truth values, or formulas
     * @param identity some identity policy allows
     * @param boundary the permissions boundary allows
     * @param session some session policy allows
     * @param sessionPolicies there are session policies
     */
    public record Own<B>(B identity, B boundary, B session, B sessionPolicies) {}

    /**
     * What the policy of one resource grants the caller, by the way it names it.
     *
     * @param <B> the truth values, or formulas
     * @param direct as everyone, user, session, federated user or service
     * @param limited as role, or as user behind a federated user
     * @param account as account
     */
    public record Grants<B>(B direct, B limited, B account) {}

    /**
     * One resource that has to consent.
     *
     * @param <B> the truth values, or formulas
     * @param sameAccount the caller's account owns the resource
     * @param own the caller's policies on it
     * @param grants its own policy
     * @param guardrails service control policies, at every level, and the VPC endpoint allow
     * @param denied some statement of any layer denies
     */
    public record Resource<B>(B sameAccount, Own<B> own, Grants<B> grants, B guardrails, B denied) {}

    /**
     * The whole request.
     *
     * @param <B> the truth values, or formulas
     * @param caller facts about the caller
     * @param bucket the bucket or object
     * @param accessPoint the access point, or null where none is used
     * @param reachable the access point answers to the request's network
     * @param publicAccessBlocked Block Public Access keeps the caller out
     * @param headersRefused S3 refuses the ACL or encryption that the headers of the request ask for
     * @param keys the KMS key, once for each use of it that the request needs; none where none is needed
     * @param keyShareable the key can serve the caller's account at all
     */
    public record Request<B>(
            Caller<B> caller,
            Resource<B> bucket,
            @Nullable Resource<B> accessPoint,
            B reachable,
            B publicAccessBlocked,
            B headersRefused,
            List<Resource<B>> keys,
            B keyShareable) {

        /** Copies the uses of the key. */
        public Request {
            keys = List.copyOf(keys);
        }
    }

    private static final String OWN_ACCESS_POINT =
            "whether the policy of an access point of the caller's own account opens another account's bucket to"
                    + " callers whose own policies do not allow it, AWS does not document";

    private final BooleanAlgebra<B> logic;

    /** The rule in these connectives. */
    public DecisionRule(BooleanAlgebra<B> logic) {
        this.logic = logic;
    }

    /** Some statement denies the request. */
    public B denied(Request<B> request) {
        B denied = request.bucket().denied();
        Resource<B> point = request.accessPoint();
        denied = point == null ? denied : logic.or(denied, point.denied());
        for (Resource<B> use : request.keys()) {
            denied = logic.or(denied, use.denied());
        }
        return denied;
    }

    /** Everything that has to allow the request does. */
    public B allowed(Request<B> request) {
        Caller<B> caller = request.caller();
        Resource<B> point = request.accessPoint();
        B s3 = point == null
                ? bucketAllows(caller, request.bucket())
                : logic.all(List.of(
                        bucketAllows(caller, point),
                        bucketAllowsThroughAccessPoint(caller, request.bucket(), point),
                        request.reachable(),
                        logic.not(caller.anonymous())));
        return logic.all(List.of(
                s3, logic.not(request.publicAccessBlocked()), logic.not(request.headersRefused()), kmsAllows(request)));
    }

    /** The KMS key consents, or none is needed. */
    public B kmsAllows(Request<B> request) {
        B allows = request.keyShareable();
        for (Resource<B> use : request.keys()) {
            allows = logic.and(allows, keyAllows(request.caller(), use));
        }
        return allows;
    }

    /** Within an account either side suffices; between accounts both are needed; services and anonymous callers have one side only. */
    private B bucketAllows(Caller<B> caller, Resource<B> bucket) {
        B within = logic.any(List.of(
                bucket.grants().direct(),
                logic.and(bucket.grants().limited(), limits(bucket.own())),
                identitySide(caller, bucket.own())));
        B between = logic.and(anyGrant(bucket.grants()), identitySide(caller, bucket.own()));
        return logic.and(byAccount(caller, bucket, within, between), bucket.guardrails());
    }

    /**
     * Between accounts the caller's own policies speak of the access point it names. Where that access point lies in the caller's account its
     * policy alone lets the caller use it; whether that stands in for policies of the caller towards the bucket, no page of AWS says.
     */
    private B bucketAllowsThroughAccessPoint(Caller<B> caller, Resource<B> bucket, Resource<B> point) {
        B within = logic.any(List.of(
                bucket.grants().direct(),
                logic.and(bucket.grants().limited(), limits(bucket.own())),
                identitySide(caller, bucket.own())));
        B callersSide = logic.or(identitySide(caller, point.own()), logic.unknown(OWN_ACCESS_POINT));
        B between = logic.and(anyGrant(bucket.grants()), callersSide);
        return logic.and(byAccount(caller, bucket, within, between), bucket.guardrails());
    }

    /** A key policy must grant even within the account; naming the account lets the caller's own policies count. */
    private B keyAllows(Caller<B> caller, Resource<B> key) {
        B within = logic.any(List.of(
                key.grants().direct(),
                logic.and(key.grants().limited(), limits(key.own())),
                logic.and(key.grants().account(), identitySide(caller, key.own()))));
        B between = logic.and(anyGrant(key.grants()), identitySide(caller, key.own()));
        return logic.and(byAccount(caller, key, within, between), key.guardrails());
    }

    private B byAccount(Caller<B> caller, Resource<B> resource, B within, B between) {
        B withAccount = logic.choose(resource.sameAccount(), within, between);
        return logic.choose(caller.withoutAccount(), resource.grants().direct(), withAccount);
    }

    /** The root user may do everything; a federated user only what its session policies allow; the rest what all its layers allow. */
    private B identitySide(Caller<B> caller, Own<B> own) {
        B sessionPassed = logic.or(logic.not(caller.federatedUser()), own.sessionPolicies());
        return logic.or(caller.root(), logic.all(List.of(own.identity(), limits(own), sessionPassed)));
    }

    private B limits(Own<B> own) {
        return logic.and(own.boundary(), own.session());
    }

    private B anyGrant(Grants<B> grants) {
        return logic.any(List.of(grants.direct(), grants.limited(), grants.account()));
    }
}
