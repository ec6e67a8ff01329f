package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What S3 asks of a request that no policy says, and in words what it misses.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Access points:
 *     restrictions and limitations</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points restricted to a VPC</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject: objects protected by AWS KMS</a>
 */
final class ServiceRules {

    private final AccessRequest request;
    private final RequestPrincipal principal;
    private final Situation situation;
    private final @Nullable AccessPoint point;
    private final ContextCompletion context;
    private final List<String> obstacles = new ArrayList<>();

    ServiceRules(AccessRequest request, Situation situation, Route route, ContextCompletion context) {
        this.request = request;
        this.principal = request.principal();
        this.situation = situation;
        this.point = route.accessPoint();
        this.context = context;
    }

    /** What was found missing so far. */
    List<String> obstacles() {
        return obstacles;
    }

    /** Access points answer to HTTPS and to callers with credentials, and one that belongs to a VPC to that VPC. */
    Truth reachable() {
        AccessPoint passed = point;
        if (passed == null) {
            return Truth.TRUE;
        }
        if (principal.kind() == Kind.ANONYMOUS) {
            return missing("access points take no anonymous requests");
        }
        if (isPlainHttp()) {
            return missing("access points take no requests over plain HTTP");
        }
        if (passed.isOriginOpen()) {
            return comesFrom(passed.vpcId()).or(Truth.unknown(passed.openOrigin()));
        }
        Truth fromItsVpc = passed.isVpcOnly() ? comesFrom(passed.vpcId()) : Truth.TRUE;
        return fromItsVpc.isFalse() ? missing("the access point answers to its VPC alone") : fromItsVpc;
    }

    /** S3 turns to KMS for requests alone that are signed and encrypted. */
    Truth asksKms(KmsUse kms) {
        if (!kms.used().isTrue()) {
            return principal.kind() == Kind.ANONYMOUS || isPlainHttp() ? kms.used() : Truth.TRUE;
        }
        if (principal.kind() == Kind.ANONYMOUS) {
            return missing("S3 refuses anonymous requests for objects under KMS keys");
        }
        return isPlainHttp() ? missing("S3 refuses requests over plain HTTP for objects under KMS keys") : Truth.TRUE;
    }

    /**
     * The AWS managed key serves the account it belongs to, which for uploads is the caller's; a disabled key serves nobody.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html">Key states</a>
     */
    Truth keyServes(KmsUse kms) {
        if (!kms.awsManaged()) {
            return keyEnabled();
        }
        Truth serves = managedKeyServes(kms);
        return serves.isFalse() ? missing("the AWS managed key aws/s3 serves its own account alone") : serves;
    }

    private Truth keyEnabled() {
        return situation.keyEnabled().isFalse()
                ? missing("KMS refuses cryptographic operations with a disabled key")
                : situation.keyEnabled();
    }

    /** What KMS asks of a request to itself: most operations, but not those with key material, take a disabled key, too. */
    Truth keyTakes(String action) {
        return KmsUse.isCryptographic(action) ? keyEnabled() : Truth.TRUE;
    }

    /** Block Public Access refuses requests that set public ACLs, whoever makes them. */
    Truth publicAclBlocked() {
        BlockPublicAccess settings = situation.blockPublicAccess();
        boolean blocks = (settings != null && settings.blockPublicAcls())
                || (point != null && point.blockPublicAccess().blockPublicAcls());
        String unknown = situation.unknownLayers().get(Layer.BLOCK_PUBLIC_ACCESS);
        if ((!blocks && unknown == null) || !RequestedAcl.isGivenBy(request)) {
            return Truth.FALSE;
        }
        Truth on = blocks || unknown == null ? Truth.of(blocks) : Truth.unknown(unknown);
        Truth blocked = on.and(RequestedAcl.isPublic(ThreeValued.INSTANCE, RequestHeaders.of(request)));
        if (blocked.isTrue()) {
            obstacles.add("Block Public Access refuses the public ACL that the request carries");
        }
        return blocked;
    }

    /** A bucket without ACLs takes requests alone that carry none, or give its owner full control. */
    Truth aclNotTaken() {
        Truth enforced = situation.bucketOwnerEnforced();
        if (enforced.isFalse() || !RequestedAcl.isGivenBy(request)) {
            return Truth.FALSE;
        }
        Truth refused =
                enforced.and(RequestedAcl.isRefusedWithoutAcls(ThreeValued.INSTANCE, RequestHeaders.of(request)));
        if (refused.isTrue()) {
            obstacles.add("the bucket refuses the ACL that the request carries, as its Object Ownership is"
                    + " BucketOwnerEnforced");
        }
        return refused;
    }

    /** S3 refuses uploads that ask for an encryption it does not have. */
    Truth encryptionNotTaken() {
        if (!request.context().containsKey(RequestedEncryption.HEADER)) {
            return Truth.FALSE;
        }
        Truth refused = RequestedEncryption.isRefused(ThreeValued.INSTANCE, RequestHeaders.of(request));
        if (refused.isTrue()) {
            obstacles.add("S3 has no encryption "
                    + request.context().get(RequestedEncryption.HEADER).get(0) + "; it takes "
                    + RequestedEncryption.choices());
        }
        return refused;
    }

    private Truth managedKeyServes(KmsUse kms) {
        if (!principal.hasAccount()) {
            return Truth.FALSE;
        }
        Encryption encryption = situation.encryption();
        boolean uploadersOwn = kms.writes() && encryption != null && encryption.keyArn() == null;
        return uploadersOwn ? Truth.TRUE : ContextCompletion.sameAccount(principal, kms.keyAccount(), "the KMS key");
    }

    private Truth comesFrom(@Nullable String vpc) {
        ContextValue from = context.get("aws:sourcevpc");
        boolean throughEndpoint =
                situation.throughEndpoint() || !context.get("aws:sourcevpce").isAbsent();
        if (from.isUnknown() || (from.isAbsent() && throughEndpoint)) {
            return Truth.unknown("the context key aws:SourceVpc is not given");
        }
        if (from.isAbsent()) {
            return Truth.FALSE;
        }
        return vpc == null
                ? Truth.unknown("the VPC of the access point is not given")
                : TextPattern.equal(from.values().get(0), vpc);
    }

    private boolean isPlainHttp() {
        return context.get("aws:securetransport").values().stream().anyMatch("false"::equalsIgnoreCase);
    }

    private Truth missing(String obstacle) {
        obstacles.add(obstacle);
        return Truth.FALSE;
    }
}
