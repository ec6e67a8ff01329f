package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the headers of a request say about the ACL that it sets, as conditions, so that they can be decided and proved about alike.
 *
 * <p>A request whose headers are not known is taken to have none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html">BlockPublicAcls</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html">ACLs under
 *     BucketOwnerEnforced</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Canned ACLs and predefined groups</a>
 * @since 0.1
 */
public final class RequestedAcl {

    /** The actions of requests that can set an ACL. */
    public static final List<String> ACTIONS =
            List.of("s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectVersionAcl", "s3:PutBucketAcl", "s3:CreateBucket");

    /** Why a grant of full control may be one that a bucket without ACLs takes. */
    public static final String MAY_BE_THE_OWNER =
            "whether s3:x-amz-grant-full-control names the bucket owner alone is not known";

    private static final String CANNED = "s3:x-amz-acl";
    private static final String FULL_CONTROL = "s3:x-amz-grant-full-control";
    private static final List<String> OTHER_GRANTS = List.of(
            "s3:x-amz-grant-read", "s3:x-amz-grant-read-acp", "s3:x-amz-grant-write", "s3:x-amz-grant-write-acp");

    /** Each lets everyone, or everyone with an AWS account, in. */
    private static final List<Condition> PUBLIC = Stream.concat(
                    Stream.of(Condition.of(
                            Comparison.STRING_EQUALS,
                            CANNED,
                            "public-read",
                            "public-read-write",
                            "authenticated-read")),
                    Stream.concat(Stream.of(FULL_CONTROL), OTHER_GRANTS.stream())
                            .map(grant -> Condition.of(
                                    Comparison.STRING_LIKE,
                                    grant,
                                    "*/groups/global/AllUsers*",
                                    "*/groups/global/AuthenticatedUsers*")))
            .toList();

    /** Each says something else than that the bucket owner has full control. */
    private static final List<Condition> FOREIGN = Stream.concat(
                    OTHER_GRANTS.stream().map(grant -> Condition.of(Comparison.NULL, grant, "false")), PUBLIC.stream())
            .toList();

    private static final Condition CANNED_GIVEN = Condition.of(Comparison.NULL, CANNED, "false");
    private static final Condition CANNED_FOR_OWNER =
            Condition.of(Comparison.STRING_EQUALS, CANNED, "bucket-owner-full-control");
    private static final Condition FULL_CONTROL_GIVEN = Condition.of(Comparison.NULL, FULL_CONTROL, "false");

    private RequestedAcl() {}

    /**
     * When the headers ask for an ACL that Block Public Access takes for public.
     *
     * @param <B> the truth values, or formulas
     * @param logic their connectives
     * @param headers what the headers say
     */
    public static <B> B isPublic(BooleanAlgebra<B> logic, RequestHeaders<B> headers) {
        return logic.any(PUBLIC.stream().map(headers::satisfy).toList());
    }

    /**
     * When the headers ask for an ACL that a bucket without ACLs refuses.
     *
     * @param <B> the truth values, or formulas
     * @param logic their connectives
     * @param headers what the headers say
     */
    public static <B> B isRefusedWithoutAcls(BooleanAlgebra<B> logic, RequestHeaders<B> headers) {
        B canned = logic.and(headers.satisfy(CANNED_GIVEN), logic.not(headers.satisfy(CANNED_FOR_OWNER)));
        B foreign = logic.any(FOREIGN.stream().map(headers::satisfy).toList());
        B fullControl = logic.and(headers.satisfy(FULL_CONTROL_GIVEN), logic.unknown(MAY_BE_THE_OWNER));
        return logic.any(List.of(canned, foreign, fullControl));
    }

    /** Whether the request has a header that sets an ACL. */
    static boolean isGivenBy(AccessRequest request) {
        return request.context().keySet().stream()
                        .anyMatch(key -> key.equals(CANNED) || key.startsWith("s3:x-amz-grant-"))
                && ACTIONS.stream().anyMatch(request.action()::equalsIgnoreCase);
    }
}
