package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Statement;
import java.util.List;

/**
 * Denies everything to identities outside an organization, anonymous callers included.
 *
 * <p>Lets pass: AWS services under their own principal, such as log delivery; {@link DenyConfusedDeputy} bounds those. Breaks: partner
 * accounts that are not excepted, load balancers in Regions where they write their logs from an account of AWS, and CloudFront with an origin
 * access identity (origin access control works).
 *
 * <p>Care: a wrong organization id denies every caller, the owner's deployments included. AWS lets the root user of the owner's account
 * remove such a policy.
 *
 * @param organizationId the organization, such as {@code o-exampleorgid}
 * @param exceptAccounts accounts outside that pass, 12 digits each; may be empty
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid">
 *     aws:PrincipalOrgID</a>
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html">Building a data
 *     perimeter on AWS</a>
 * @since 0.1
 */
public record DenyOutsideOrganization(String organizationId, List<String> exceptAccounts)
        implements ProtectiveStatement {

    /**
     * Checks the ids and puts the accounts in order.
     *
     * @throws IllegalArgumentException if an id has not the form that AWS documents
     */
    public DenyOutsideOrganization {
        Identifiers.requireOrganization(organizationId);
        exceptAccounts = Identifiers.accounts(exceptAccounts);
    }

    /**
     * Without exceptions.
     *
     * @param organizationId the organization
     */
    public DenyOutsideOrganization(String organizationId) {
        this(organizationId, List.of());
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement = Statement.deny(sid())
                .everyone()
                .actions("s3:*")
                .resources(bucket.bucketAndObjects())
                .when(ConditionKeys.ifExists(
                        Comparison.STRING_NOT_EQUALS, "aws:PrincipalOrgID", List.of(organizationId)));
        if (!exceptAccounts.isEmpty()) {
            statement.when(
                    ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:PrincipalAccount", exceptAccounts));
        }
        return statement.when(ConditionKeys.noAwsService()).build();
    }
}
