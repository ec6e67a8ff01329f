package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What grantees that are constructs need in their own policies: use of the key, and across accounts the access itself, which a policy of the
 * other account cannot give alone. Grantees given as text have policies elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy
 *     evaluation</a>
 */
final class IdentitySide {

    private final @Nullable String keyArn;
    private final String bucketArn;
    private final String viaService;
    private final IdentityHashMap<IGrantable, Set<BucketAccess>> keyUsers = new IdentityHashMap<>();

    IdentitySide(@Nullable String keyArn, String bucketArn, String viaService) {
        this.keyArn = keyArn;
        this.bucketArn = bucketArn;
        this.viaService = viaService;
    }

    void grant(List<PointGrant> grants, String pointArn, String pointAccount) {
        for (PointGrant grant : grants) {
            IGrantable grantable = grant.grantee().construct();
            if (grantable == null) {
                continue;
            }
            IPrincipal principal = grantable.getGrantPrincipal();
            grantKey(grantable, principal, grant.access());
            String account = principal.getPrincipalAccount();
            if (account == null || !PointEnvironment.same(account, pointAccount)) {
                grant.access().onAccessPoint(pointArn, grant.prefix()).forEach(statement -> add(principal, statement));
            }
        }
    }

    /** The use of the key alone, for a bucket behind a point that another call grants. */
    void grantKey(List<PointGrant> grants) {
        for (PointGrant grant : grants) {
            IGrantable grantable = grant.grantee().construct();
            if (grantable != null) {
                grantKey(grantable, grantable.getGrantPrincipal(), grant.access());
            }
        }
    }

    private void grantKey(IGrantable grantable, IPrincipal principal, BucketAccess access) {
        boolean firstUse = keyUsers.computeIfAbsent(grantable, any -> EnumSet.noneOf(BucketAccess.class))
                .add(access);
        if (keyArn != null && firstUse) {
            access.onKey(keyArn, bucketArn, viaService).ifPresent(statement -> add(principal, statement));
        }
    }

    private static void add(IPrincipal principal, Statement statement) {
        principal.addToPrincipalPolicy(PolicyStatement.fromJson(PolicyWriter.toMap(statement)));
    }
}
