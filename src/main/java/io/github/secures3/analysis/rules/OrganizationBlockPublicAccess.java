package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import java.util.function.Consumer;

/**
 * Finds S3 policies of AWS Organizations that assign {@code none}: that does not leave the accounts alone, it switches Block Public Access off in all
 * of them. Whether an account that no such policy reaches has it on, no template shows.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html">S3 policy syntax</a>
 * @since 0.1
 */
public final class OrganizationBlockPublicAccess implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "organization.block-public-access",
                    Severity.ERROR,
                    "No organization policy switches Block Public Access off",
                    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3.html")
            .covers(Framework.SECURITY_HUB, "S3.1")
            .covers(Framework.PROWLER, "s3_account_level_public_access_blocks")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (OrganizationPolicy policy : context.estate().all(OrganizationPolicy.class)) {
            if (policy.policyType().isSurely("S3_POLICY"::equals)) {
                claims.require(
                        policy.element(),
                        Claims.place(policy.element(), policy.content()),
                        blocks(policy),
                        "Block Public Access is on in every account below",
                        "the policy switches Block Public Access off in every account below it",
                        "assign all, or detach the policy where accounts are to keep their own settings",
                        "public_access_block_configuration is none");
            }
        }
    }

    private static Truth blocks(OrganizationPolicy policy) {
        Value<String> level = policy.publicAccess();
        return level.whyUnknown()
                .map(Truth::unknown)
                .or(() -> level.known()
                        .filter(known -> known.equals("all") || known.equals("none"))
                        .map(known -> Truth.of(known.equals("all"))))
                .orElseGet(() ->
                        Truth.unknown("the policy assigns public_access_block_configuration neither all nor none"));
    }
}
