package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import io.github.secures3.policy.UnresolvedToken;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.kms.IKey;

/**
 * The use of a bucket's key in the policies of grantees that are constructs, once for each right. Grantees given as text have policies
 * elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html">S3 Bucket Keys</a>
 */
final class KeyUse {

    /**
     * The key in the policies of one account and in those of all others.
     *
     * @param account the account
     * @param arn the ARN there
     * @param elsewhere the ARN that others are given
     */
    private record KeyArn(String account, String arn, String elsewhere) {

        String of(IPrincipal principal) {
            String owner = principal.getPrincipalAccount();
            return owner != null && PointEnvironment.same(owner, account) ? arn : elsewhere;
        }
    }

    private final @Nullable KeyArn key;
    private final String bucketArn;
    private final String viaService;
    private final IdentityHashMap<IGrantable, Set<BucketAccess>> granted = new IdentityHashMap<>();

    private KeyUse(@Nullable KeyArn key, String bucketArn, String viaService) {
        this.key = key;
        this.bucketArn = bucketArn;
        this.viaService = viaService;
    }

    /** A key that is named by its ARN, or null where none is to be granted. */
    static KeyUse named(@Nullable String keyArn, String bucketArn, String region) {
        return new KeyUse(keyArn == null ? null : new KeyArn("", keyArn, keyArn), bucketArn, viaService(region));
    }

    /** The key of a bucket. Stacks of other accounts cannot refer to one that the app makes: there it is whichever key the bucket has. */
    static KeyUse of(BucketTarget bucket, PointEnvironment own) {
        IKey made = bucket.key();
        if (made == null) {
            return named(null, bucket.arn(), own.region());
        }
        String arn = made.getKeyArn();
        boolean named = !UnresolvedToken.isIn(arn) || UnresolvedToken.isIn(bucket.account());
        String any = "arn:" + own.partition() + ":kms:" + own.region() + ":" + bucket.account() + ":key/*";
        KeyArn key = new KeyArn(bucket.account(), arn, named ? arn : any);
        return new KeyUse(key, bucket.arn(), viaService(own.region()));
    }

    void grant(List<PointGrant> grants) {
        if (key == null) {
            return;
        }
        for (PointGrant grant : grants) {
            IGrantable grantable = grant.grantee().construct();
            if (grantable != null
                    && granted.computeIfAbsent(grantable, any -> EnumSet.noneOf(BucketAccess.class))
                            .add(grant.access())) {
                IPrincipal principal = grantable.getGrantPrincipal();
                grant.access()
                        .onKey(key.of(principal), bucketArn, viaService)
                        .ifPresent(statement -> IdentitySide.add(principal, statement));
            }
        }
    }

    private static String viaService(String region) {
        return "s3." + region + "." + Aws.URL_SUFFIX;
    }
}
