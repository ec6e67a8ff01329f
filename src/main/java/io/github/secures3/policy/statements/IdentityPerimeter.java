package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Denies identities outside the organization, anonymous callers included, all of S3 and KMS, and assuming roles through STS.
 *
 * <p>Lets pass: AWS services under their own principal, which {@link ConfusedDeputyProtection} bounds; forward access sessions, which carry
 * the organization of their caller; federated users. These have no organization before they hold a role, so {@code
 * sts:AssumeRoleWithSAML} and {@code sts:AssumeRoleWithWebIdentity} are left out, and with them {@code sts:SetSourceIdentity} and {@code
 * sts:TagSession}, which belong to the same calls. {@code sts:GetCallerIdentity} needs no permission.
 *
 * <p>Breaks: partners that are not excepted; load balancers in Regions where they write their logs from an account of AWS, unless that account is
 * excepted; CloudFront with an origin access identity (origin access control works).
 *
 * @param organizationId the organization, such as {@code o-exampleorgid}
 * @param exceptions who and what passes
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html">Resource control policy
 *     examples</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Data perimeters</a>
 * @since 0.1
 */
public record IdentityPerimeter(String organizationId, GuardrailExceptions exceptions) implements ResourceGuardrail {

    /**
     * Checks the organization.
     *
     * @throws IllegalArgumentException if its id has not the form that AWS documents
     */
    public IdentityPerimeter {
        Identifiers.requireOrganization(organizationId);
        Objects.requireNonNull(exceptions, "exceptions");
    }

    /**
     * Without exceptions.
     *
     * @param organizationId the organization
     */
    public IdentityPerimeter(String organizationId) {
        this(organizationId, GuardrailExceptions.none());
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onResources(
                        this,
                        "kms:*",
                        "s3:*",
                        "sts:AssumeRole",
                        "sts:DecodeAuthorizationMessage",
                        "sts:GetAccessKeyInfo",
                        "sts:GetFederationToken",
                        "sts:GetServiceBearerToken",
                        "sts:GetSessionToken",
                        "sts:SetContext")
                .when(ConditionKeys.ifExists(
                        Comparison.STRING_NOT_EQUALS, "aws:PrincipalOrgID", List.of(organizationId)));
        return exceptions.except(deny).when(ConditionKeys.noAwsService()).build();
    }
}
