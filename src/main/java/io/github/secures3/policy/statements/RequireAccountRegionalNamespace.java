package io.github.secures3.policy.statements;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Denies making buckets in the global namespace, where a name can be taken by anybody, before or after.
 *
 * <p>Lets pass: the excepted principals; buckets in the namespace of their account and Region; buckets in the excepted Regions. A request that
 * names no namespace asks for the global one and is denied. Breaks: whatever still makes buckets with global names, such as CDK
 * bootstrapping and services that make a bucket for their caller.
 *
 * @param exceptRegions Regions where buckets may have global names, such as {@code me-south-1}; may be empty
 * @param exceptPrincipalArns roles and users that pass, wildcards allowed; may be empty
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html#require-account-regional">Requiring the account
 *     regional namespace</a>
 * @since 0.1
 */
public record RequireAccountRegionalNamespace(List<String> exceptRegions, List<String> exceptPrincipalArns)
        implements ServiceGuardrail {

    /** Bahrain and the United Arab Emirates, where AWS does not offer the namespace. */
    private static final List<String> REGIONS_WITHOUT_NAMESPACE = List.of("me-central-1", "me-south-1");

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

    /**
     * Checks Regions and ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if a Region is none, or a text holds no token and is no ARN of an IAM principal, or means everybody
     */
    public RequireAccountRegionalNamespace {
        for (String region : exceptRegions) {
            Identifiers.check(
                    UnresolvedToken.isIn(region) || REGION.matcher(region).matches(),
                    region,
                    "Region",
                    "its code, such as eu-west-1");
        }
        exceptRegions = List.copyOf(new TreeSet<>(exceptRegions));
        exceptPrincipalArns = Identifiers.exemptPrincipalArns(exceptPrincipalArns);
    }

    /** With the Regions excepted where AWS does not offer the namespace. */
    public RequireAccountRegionalNamespace(List<String> exceptPrincipalArns) {
        this(REGIONS_WITHOUT_NAMESPACE, exceptPrincipalArns);
    }

    @Override
    public Statement statement() {
        Statement.Builder deny = Guardrails.onIdentities(this, List.of("s3:CreateBucket"))
                .when(ConditionKeys.ifExists(
                        Comparison.STRING_NOT_EQUALS, "s3:x-amz-bucket-namespace", List.of("account-regional")));
        if (!exceptRegions.isEmpty()) {
            deny.when(ConditionKeys.ifExists(Comparison.STRING_NOT_EQUALS, "aws:RequestedRegion", exceptRegions));
        }
        return Guardrails.exceptPrincipals(deny, exceptPrincipalArns).build();
    }
}
