package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.statements.TlsVersion;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnMultiRegionAccessPoint;

/**
 * A bucket behind a Multi-Region Access Point.
 *
 * @param name its name
 * @param account the account that owns it, or null where it is that of the point
 * @param region the Region that it lies in, or the address of its stack where that stack knows none; null where nothing is known
 * @param minimumTls the oldest TLS version that it answers, or null where that is not known
 */
record MultiRegionBucket(
        String name,
        @Nullable String account,
        @Nullable String region,
        @Nullable TlsVersion minimumTls) {

    static MultiRegionBucket named(String name, @Nullable String account) {
        return new MultiRegionBucket(name, account, null, null);
    }

    /** An imported bucket tells the Region of the stack that it was imported into, which need not be its own. */
    static MultiRegionBucket of(BucketTarget target) {
        boolean made = target.bucket().getNode().getDefaultChild() instanceof CfnBucket;
        String region = UnresolvedToken.isIn(target.region())
                ? Stack.of(target.bucket()).getNode().getAddr()
                : target.region();
        return new MultiRegionBucket(target.name(), target.account(), made ? region : null, target.minimumTls());
    }

    CfnMultiRegionAccessPoint.RegionProperty property(PointEnvironment point) {
        CfnMultiRegionAccessPoint.RegionProperty.Builder builder =
                CfnMultiRegionAccessPoint.RegionProperty.builder().bucket(name);
        if (account != null && !UnresolvedToken.isIn(account) && !account.equals(point.account())) {
            builder.bucketAccountId(account);
        }
        return builder.build();
    }

    /** The account that owns it. */
    String owner(PointEnvironment point) {
        return account == null ? point.account() : account;
    }
}
