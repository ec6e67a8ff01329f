package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Denies AWS services that act for a source outside the organization all of S3, KMS and STS.
 *
 * <p>Lets pass: services that do not say for which account they act, since not every integration fills {@code aws:SourceAccount}, services that
 * assume a service role among them; identities that are no AWS service, which {@link IdentityPerimeter} judges. Breaks: services that
 * work for a partner, unless its account is excepted, and services that fill {@code aws:SourceAccount} but not {@code aws:SourceOrgID}, unless
 * they are excepted.
 *
 * @param organizationId the organization whose resources pass
 * @param exceptAccounts accounts outside whose resources pass, 12 digits each; may be empty
 * @param exceptServices service principals that pass, such as {@code logdelivery.elasticloadbalancing.amazonaws.com}; may be empty
 * @param exceptResourceTags tags of resources that services may go on to use; see {@link GuardrailExceptions} on where tags count
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html#example-rcp-confused-deputy">
 *     Cross-service confused deputy protection</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceorgid">
 *     aws:SourceOrgID</a>
 * @since 0.1
 */
public record ConfusedDeputyProtection(
        String organizationId,
        List<String> exceptAccounts,
        List<String> exceptServices,
        List<ResourceTag> exceptResourceTags)
        implements ResourceGuardrail {

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.amazonaws\\.com(\\.cn)?");

    /**
     * Checks the ids and puts the lists in order.
     *
     * @throws IllegalArgumentException if an id or service principal has not the form that AWS documents
     */
    public ConfusedDeputyProtection {
        Identifiers.requireOrganization(organizationId);
        exceptAccounts = Identifiers.accounts(exceptAccounts);
        for (String service : exceptServices) {
            Identifiers.check(
                    SERVICE.matcher(service).matches(),
                    service,
                    "service principal",
                    "the full name, such as delivery.logs.amazonaws.com");
        }
        exceptServices = List.copyOf(new TreeSet<>(exceptServices));
        exceptResourceTags = Guardrails.ordered(exceptResourceTags);
    }

    /**
     * Without exceptions.
     *
     * @param organizationId the organization
     */
    public ConfusedDeputyProtection(String organizationId) {
        this(organizationId, List.of(), List.of(), List.of());
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onResources(this, "kms:*", "s3:*", "sts:*")
                .when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:SourceOrgID", List.of(organizationId)));
        if (!exceptAccounts.isEmpty()) {
            deny.when(
                    ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, ConditionKeys.SOURCE_ACCOUNT, exceptAccounts));
        }
        if (!exceptServices.isEmpty()) {
            deny.when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:PrincipalServiceName", exceptServices));
        }
        Guardrails.exceptTags(deny, exceptResourceTags);
        // Not Null on aws:SourceOrgID: an account without an organization must not slip through.
        return deny.when(Condition.present(ConditionKeys.SOURCE_ACCOUNT))
                .when(Condition.bool("aws:PrincipalIsAWSService", true))
                .build();
    }
}
