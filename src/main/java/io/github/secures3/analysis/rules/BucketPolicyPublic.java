package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.PublicPolicy;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.PolicyDocument;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds Allow statements of bucket and access point policies, multi-Region ones too, that S3 takes for public: neither the principals nor a condition
 * confine them to fixed values. Block Public Access refuses such a policy, and where it is off, the bucket is open. An access point that is limited
 * to a VPC is never public.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The meaning of "public"</a>
 * @since 0.1
 */
public final class BucketPolicyPublic implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.public",
                    Severity.ERROR,
                    "No policy is public in the sense of Block Public Access",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status")
            .covers(Framework.SECURITY_HUB, "S3.2", "S3.3")
            .covers(
                    Framework.CDK_NAG,
                    "HIPAA.Security-S3BucketPublicReadProhibited",
                    "NIST.800.53.R4-S3BucketPublicReadProhibited",
                    "NIST.800.53.R5-S3BucketPublicReadProhibited",
                    "PCI.DSS.321-S3BucketPublicReadProhibited",
                    "HIPAA.Security-S3BucketPublicWriteProhibited",
                    "NIST.800.53.R4-S3BucketPublicWriteProhibited",
                    "NIST.800.53.R5-S3BucketPublicWriteProhibited",
                    "PCI.DSS.321-S3BucketPublicWriteProhibited")
            .covers(Framework.GUARD_REGISTRY, "S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL")
            .covers(Framework.PROWLER, "s3_bucket_policy_public_write_access", "s3_bucket_public_access")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        FixedValues fixed = FixedValues.of(context.estate());
        for (BucketPolicy policy : context.estate().bucketPolicies()) {
            check(policy.element(), policy.document(), PublicPolicy::ofBucket, fixed, claims);
        }
        for (MultiRegionAccessPointPolicy policy : context.estate().all(MultiRegionAccessPointPolicy.class)) {
            check(policy.element(), policy.policy(), PublicPolicy::ofAccessPoint, fixed, claims);
        }
        for (AccessPoint point : context.estate().all(AccessPoint.class)) {
            if (!point.networkOrigin().isSurely("VPC"::equals)) {
                Truth internet =
                        point.networkOrigin().whyUnknown().map(Truth::unknown).orElse(Truth.TRUE);
                check(
                        point.element(),
                        point.policy(),
                        policy -> PublicPolicy.ofAccessPoint(policy).and(internet),
                        fixed,
                        claims);
            }
        }
    }

    private static void check(
            Element element,
            Value<LocatedPolicy> policy,
            Function<PolicyDocument, Truth> isPublic,
            FixedValues fixed,
            Claims claims) {
        for (LocatedStatement located :
                policy.known().map(LocatedPolicy::statements).orElse(List.of())) {
            PolicyDocument alone = new PolicyDocument(
                    policy.known().map(LocatedPolicy::version).orElse(null),
                    null,
                    List.of(fixed.in(located.statement())));
            claims.require(
                    element,
                    located.at(),
                    isPublic.apply(alone).not(),
                    StatedPolicy.name(located) + " is confined to fixed principals or networks",
                    StatedPolicy.name(located)
                            + " is public: Block Public Access refuses the policy, or it opens the bucket",
                    "name the principals, or confine the statement to an organization, account, VPC or network",
                    "no fixed principal and no condition on a fixed value of a key that confines");
        }
    }
}
