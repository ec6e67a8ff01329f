package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.function.Consumer;

/**
 * Finds Access Grants to IAM identities of another account. A grantee works with the rights of the location's role, so the policy of the bucket sees that
 * role and not them, and no proof is about them. Stacks that are bound to no account are taken to be in one that no grant names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html">Access Grants across accounts</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrant.html">AWS::S3::AccessGrant</a>
 * @since 0.1
 */
public final class AccessGrantCrossAccount implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "access-grant.cross-account",
                    Severity.WARNING,
                    "Access Grants go to identities of the own account and of the directory",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-cross-accounts.html")
            .build();

    private static final String CLAIM = "the grantee is of the own account";
    private static final String FIX =
            "grant to an identity of the own account, or acknowledge the grantee with a reason";

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (AccessGrant grant : context.estate().all(AccessGrant.class)) {
            if (grant.granteeType().isSurely(type -> type.startsWith("DIRECTORY_"))) {
                continue;
            }
            String own = context.estate()
                    .stack(grant.element().stack())
                    .flatMap(stack -> stack.account().asText())
                    .orElse("");
            String grantee = grant.grantee().asText().orElse("");
            String account = Arn.find(grantee).map(Arn::account).orElse("");
            if (!account.isEmpty() && account.equals(own)) {
                continue;
            }
            Finding finding = account.matches("\\d{12}")
                    ? claims.violated(
                            grant.element(),
                            "an identity of another account is granted "
                                    + grant.permission().asText().orElse("access"),
                            FIX)
                    : claims.undecided(grant.element(), CLAIM, why(grant), FIX);
            claims.add(finding.at(Claims.place(grant.element(), grant.grantee()))
                    .with(Evidence.Kind.VALUE, "grantee: " + UnresolvedToken.shown(grantee)));
        }
    }

    private static String why(AccessGrant grant) {
        return grant.granteeType()
                .whyUnknown()
                .or(() -> grant.grantee().whyUnknown())
                .orElse("the grantee names no account");
    }
}
