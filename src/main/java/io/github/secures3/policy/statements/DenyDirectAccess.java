package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Denies reading, writing, deleting and listing objects other than through the access points of certain accounts.
 *
 * <p>Policies of access points bind only requests through them; this statement ends the way around them, and the way through access points
 * of any other account. Lets pass:
 *
 * <ul>
 *   <li>AWS services under their own principal, so that log and inventory delivery live;
 *   <li>service-linked roles;
 *   <li>the exempt principals: administrators of the data, and the roles for replication, backup, malware scanning and batch operations, which
 *       S3 and other services use on the bucket itself;
 *   <li>the configuration of the bucket, so that CloudFormation and administrators can always change it back.
 * </ul>
 *
 * <p>Breaks: services that reach the bucket with the credentials of their caller, such as Athena on the bucket's name; give them the alias of
 * an access point. Deployments that copy files into the bucket by a role which is not exempt.
 *
 * @param accessPointAccounts the accounts whose access points pass, 12 digits each, at least one
 * @param exemptPrincipalArns roles and users that may use the bucket directly, wildcards allowed; may be empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies of access points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Restrictions
 *     of access points</a>
 * @since 0.1
 */
public record DenyDirectAccess(List<String> accessPointAccounts, List<String> exemptPrincipalArns)
        implements ProtectiveStatement {

    /**
     * Checks the accounts and ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if no account is given, an account id or ARN has not the form that AWS documents, or an
     *     exemption fits every role or user
     */
    public DenyDirectAccess {
        accessPointAccounts = Identifiers.requireSome(
                Identifiers.accounts(accessPointAccounts),
                "access point account",
                "name the accounts that own the access points, or nobody can reach the data");
        exemptPrincipalArns = Identifiers.exemptPrincipalArns(exemptPrincipalArns);
    }

    @Override
    public Statement on(BucketScope bucket) {
        List<String> exempt = new ArrayList<>(exemptPrincipalArns);
        exempt.add(ConditionKeys.SERVICE_LINKED_ROLES);
        // A negated comparison holds where the key is absent, so both hold for a direct request. The ARN is asked for
        // besides the account because that is how AWS names Multi-Region Access Points in bucket policies.
        return Statement.deny(sid())
                .everyone()
                .actions(DataActions.ALL)
                .resources(bucket.bucketAndObjects())
                .when(Condition.of(
                        Comparison.STRING_NOT_EQUALS, ConditionKeys.ACCESS_POINT_ACCOUNT, accessPointAccounts))
                .when(Condition.of(Comparison.ARN_NOT_LIKE, ConditionKeys.ACCESS_POINT_ARN, accessPointArns()))
                .when(ConditionKeys.noAwsService())
                .when(ConditionKeys.ifExists(
                        Comparison.ARN_NOT_LIKE, ConditionKeys.PRINCIPAL_ARN, Identifiers.principalArns(exempt)))
                .build();
    }

    private List<String> accessPointArns() {
        return accessPointAccounts.stream()
                .map(account -> "arn:*:s3:*:" + account + ":accesspoint/*")
                .toList();
    }
}
