package io.github.secures3.analysis.evaluate;

/**
 * The four settings of S3 Block Public Access at one level: bucket, access point, account or organization.
 *
 * <p>Only {@code RestrictPublicBuckets} decides requests for objects. The other three stop public ACLs and policies from being set, or ACLs
 * from counting.
 *
 * @param blockPublicAcls whether public ACLs are refused
 * @param ignorePublicAcls whether public ACLs count for nothing
 * @param blockPublicPolicy whether public policies are refused
 * @param restrictPublicBuckets whether a public policy lets only AWS services and the owner's account in
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 * @since 0.1
 */
public record BlockPublicAccess(
        boolean blockPublicAcls, boolean ignorePublicAcls, boolean blockPublicPolicy, boolean restrictPublicBuckets) {

    private static final BlockPublicAccess ALL = new BlockPublicAccess(true, true, true, true);
    private static final BlockPublicAccess NONE = new BlockPublicAccess(false, false, false, false);

    /** All four settings on. */
    public static BlockPublicAccess all() {
        return ALL;
    }

    /** All four settings off. */
    public static BlockPublicAccess none() {
        return NONE;
    }

    /** The most restrictive combination of two levels, which is what S3 applies. */
    public BlockPublicAccess and(BlockPublicAccess other) {
        return new BlockPublicAccess(
                blockPublicAcls || other.blockPublicAcls,
                ignorePublicAcls || other.ignorePublicAcls,
                blockPublicPolicy || other.blockPublicPolicy,
                restrictPublicBuckets || other.restrictPublicBuckets);
    }
}
