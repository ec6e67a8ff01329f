package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of a request with the keys filled in that follow from the rest.
 *
 * <p>A key that the request gives keeps its values. The rest follows from the principal, the organization, the bucket and the way the request
 * takes; what exists but is not known, such as a role's unique id in {@code aws:userid}, gets a named unknown value. A key about which
 * nothing follows is absent if the context is complete, otherwise unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Availability of global condition
 *     keys</a>
 * @since 0.1
 */
public final class ContextCompletion implements ContextView {

    private static final String RESOURCE_TAG = "aws:resourcetag/";
    private static final String BUCKET_TAG = "s3:buckettag/";
    /** The beginning of the keys, in lower case, that tell the tags of the access point. */
    public static final String ACCESS_POINT_TAG = "s3:accesspointtag/";

    private final AccessRequest request;
    private final Situation situation;
    private final @Nullable AccessPoint accessPoint;
    private final PrincipalContext principal;
    private final boolean atAccessPoint;

    private ContextCompletion(
            AccessRequest request, Situation situation, @Nullable AccessPoint accessPoint, boolean atAccessPoint) {
        this.request = request;
        this.situation = situation;
        this.accessPoint = accessPoint;
        this.principal = new PrincipalContext(request, situation.organization());
        this.atAccessPoint = atAccessPoint;
    }

    /** The completed context of a request; the access point is the one it goes through, or null. */
    public static ContextCompletion of(AccessRequest request, Situation situation, @Nullable AccessPoint accessPoint) {
        return new ContextCompletion(request, situation, accessPoint, false);
    }

    /**
     * The same request as policies see it where S3 asks whether the caller may use the access point: {@code aws:ResourceTag} tells the tags of
     * the access point there, and those of the bucket where S3 asks about the bucket.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-tagging.html">Tags of access points</a>
     */
    public ContextCompletion atAccessPoint() {
        return new ContextCompletion(request, situation, accessPoint, true);
    }

    /** Whether what a request carries under the key, given in lower case, follows from who makes it. */
    public static boolean dependsOnPrincipal(String key) {
        return PrincipalContext.isAbout(key);
    }

    @Override
    public ContextValue get(String key) {
        if (isSwitchedOffTag(key)) {
            return ContextValue.ABSENT;
        }
        if (accessPoint != null && key.startsWith(RESOURCE_TAG)) {
            return resourceTagOnTheWay(key);
        }
        List<String> given = request.context().get(key);
        if (given != null) {
            return ContextValue.of(given);
        }
        ContextValue derived = derive(key);
        return derived == null ? unstated() : derived;
    }

    /** What a key is that nobody stated and that follows from nothing. */
    ContextValue unstated() {
        return request.contextComplete() ? ContextValue.ABSENT : ContextValue.UNKNOWN;
    }

    /** The organization id of an account under a key that is present for members only. */
    ContextValue organizationId(@Nullable String account) {
        return OrganizationKeys.id(situation.organization(), account, unstated());
    }

    private @Nullable ContextValue derive(String key) {
        return switch (key) {
            case "aws:resourceaccount", "s3:resourceaccount" -> orUnstated(situation.resourceAccount());
            case "aws:resourceorgid" -> organizationId(situation.resourceAccount());
            case "aws:resourceorgpaths" ->
                OrganizationKeys.path(situation.organization(), situation.resourceAccount(), unstated());
            case "aws:viaawsservice" -> viaService();
            case "aws:sourceip" -> throughEndpoint() ? ContextValue.ABSENT : null;
            case "aws:sourcevpc",
                    "aws:sourcevpce",
                    "aws:vpcsourceip",
                    "aws:vpceaccount",
                    "aws:vpceorgid",
                    "aws:vpceorgpaths" ->
                request.context().containsKey("aws:sourceip") && !situation.throughEndpoint()
                        ? ContextValue.ABSENT
                        : null;
            case "aws:securetransport" -> accessPoint == null ? null : ContextValue.of("true");
            case "s3:dataaccesspointarn" ->
                accessPoint == null ? ContextValue.ABSENT : ContextValue.of(accessPoint.arn());
            case "s3:dataaccesspointaccount" ->
                ofAccessPoint(accessPoint == null ? null : accessPoint.account(), "account of the access point");
            case "s3:accesspointnetworkorigin" ->
                ofAccessPoint(
                        accessPoint == null ? null : networkOrigin(accessPoint), "network origin of the access point");
            default -> isTag(key) ? tag(key) : principal.get(key);
        };
    }

    /** The key stands for two resources, so that what the request gives can only be the value of one of which nothing is known. */
    private ContextValue resourceTagOnTheWay(String key) {
        ContextValue known = tag(key);
        if (known != null && !known.isUnknown()) {
            return known;
        }
        List<String> given = request.context().get(key);
        if (given != null) {
            return ContextValue.of(given);
        }
        return known == null ? unstated() : known;
    }

    private ContextValue ofAccessPoint(@Nullable String value, String name) {
        if (accessPoint == null) {
            return ContextValue.ABSENT;
        }
        return ContextValue.of(value == null ? UnresolvedToken.of(name) : value);
    }

    private static @Nullable String networkOrigin(AccessPoint point) {
        return point.isVpcOnly() ? AccessPoint.VPC_ORIGIN : point.networkOrigin();
    }

    private @Nullable ContextValue orUnstated(@Nullable String value) {
        return value == null ? null : ContextValue.of(value);
    }

    /** Present in every request; false when the caller calls by itself, which is what a request without {@code aws:CalledVia} says. */
    private @Nullable ContextValue viaService() {
        if (request.context().containsKey("aws:calledvia")) {
            return ContextValue.of("true");
        }
        return request.contextComplete() ? ContextValue.of("false") : null;
    }

    private boolean throughEndpoint() {
        return situation.throughEndpoint()
                || request.context().containsKey("aws:sourcevpce")
                || request.context().containsKey("aws:sourcevpc");
    }

    /**
     * The tags of a general purpose bucket count once attribute-based access control is enabled for it, and not before; those of an access
     * point always do.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html">Enabling ABAC</a>
     */
    private boolean isSwitchedOffTag(String key) {
        return isOfBucket(key) && Boolean.FALSE.equals(situation.abacEnabled());
    }

    private static boolean isTag(String key) {
        return key.startsWith(RESOURCE_TAG) || key.startsWith(BUCKET_TAG) || key.startsWith(ACCESS_POINT_TAG);
    }

    private boolean isOfBucket(String key) {
        return key.startsWith(BUCKET_TAG) || (key.startsWith(RESOURCE_TAG) && !atAccessPoint);
    }

    private @Nullable ContextValue tag(String key) {
        String name = key.substring(key.indexOf('/') + 1);
        if (!isOfBucket(key)) {
            return accessPoint == null
                    ? ContextValue.ABSENT
                    : situation.accessPointTags().find(name);
        }
        return Boolean.TRUE.equals(situation.abacEnabled())
                ? situation.bucketTags().find(name)
                : null;
    }

    /** Whether the account is the caller's, as far as both are known. */
    public static Truth sameAccount(RequestPrincipal principal, @Nullable String account, String what) {
        String own = principal.account();
        if (own == null) {
            return Truth.FALSE;
        }
        return account == null
                ? Truth.unknown("the account that owns " + what + " is not given")
                : TextPattern.equal(own, account);
    }
}
