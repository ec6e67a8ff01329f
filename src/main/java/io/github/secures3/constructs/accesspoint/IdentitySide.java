package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * The access itself in the policies of grantees that are constructs, wherever point or bucket belongs to another account: a policy of that
 * account cannot give it alone. Grantees given as text have policies elsewhere.
 *
 * @param pointAccount the account that owns the point
 * @param bucketAccounts the accounts that own the buckets behind it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy
 *     evaluation</a>
 */
record IdentitySide(String pointAccount, List<String> bucketAccounts) {

    void grant(List<PointGrant> grants, String pointArn) {
        for (PointGrant grant : grants) {
            IGrantable grantable = grant.grantee().construct();
            if (grantable == null) {
                continue;
            }
            IPrincipal principal = grantable.getGrantPrincipal();
            if (!ownsAll(principal.getPrincipalAccount())) {
                grant.access().onAccessPoint(pointArn, grant.prefix()).forEach(statement -> add(principal, statement));
            }
        }
    }

    private boolean ownsAll(@Nullable String account) {
        return account != null
                && PointEnvironment.same(account, pointAccount)
                && bucketAccounts.stream().allMatch(owner -> PointEnvironment.same(account, owner));
    }

    /** Adds a statement to the principal's own policy, where the CDK can change it. */
    static void add(IPrincipal principal, Statement statement) {
        principal.addToPrincipalPolicy(PolicyStatement.fromJson(PolicyWriter.toMap(statement)));
    }
}
