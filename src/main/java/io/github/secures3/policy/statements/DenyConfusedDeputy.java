package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Denies everything to AWS services that act for somebody else: for a resource outside the organization and outside the named accounts.
 *
 * <p>Lets pass: calls that do not say for which account they are made, since not every integration fills {@code aws:SourceAccount}; identities
 * that are no AWS service, which {@link DenyOutsideOrganization} judges. Breaks: services working for a partner that is not named, and
 * services that fill {@code aws:SourceAccount} but not {@code aws:SourceOrgID}: elastic load balancing is one that AWS names. Name the bucket's own
 * account as well to let those pass.
 *
 * @param organizationId the organization whose resources pass, or null to go by accounts alone
 * @param accounts accounts whose resources pass, 12 digits each; may be empty where an organization is given
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention">Cross-service
 *     confused deputy prevention</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceorgid">
 *     aws:SourceOrgID</a>
 * @since 0.1
 */
public record DenyConfusedDeputy(@Nullable String organizationId, List<String> accounts)
        implements ProtectiveStatement {

    /**
     * Checks the ids and puts the accounts in order.
     *
     * @throws IllegalArgumentException if an id has not the form that AWS documents, or neither an organization nor an account is given
     */
    public DenyConfusedDeputy {
        accounts = Identifiers.accounts(accounts);
        if (organizationId == null) {
            Identifiers.requireSome(
                    accounts, "organization and no account", "name those whose resources AWS services may act for");
        } else {
            Identifiers.requireOrganization(organizationId);
        }
    }

    /** Lets services act for this organization only. */
    public static DenyConfusedDeputy outsideOrganization(String organizationId) {
        return new DenyConfusedDeputy(organizationId, List.of());
    }

    /** Lets services act for these accounts only. */
    public static DenyConfusedDeputy outsideAccounts(List<String> accounts) {
        return new DenyConfusedDeputy(null, accounts);
    }

    @Override
    public Statement on(BucketScope bucket) {
        Statement.Builder statement =
                Statement.deny(sid()).everyone().actions("s3:*").resources(bucket.bucketAndObjects());
        String organization = organizationId;
        if (organization != null) {
            statement.when(
                    ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:SourceOrgID", List.of(organization)));
        }
        if (!accounts.isEmpty()) {
            statement.when(
                    ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, ConditionKeys.SOURCE_ACCOUNT, accounts));
        }
        // Not Null on aws:SourceOrgID: an account without an organization must not slip through.
        return statement
                .when(Condition.present(ConditionKeys.SOURCE_ACCOUNT))
                .when(Condition.bool("aws:PrincipalIsAWSService", true))
                .build();
    }
}
