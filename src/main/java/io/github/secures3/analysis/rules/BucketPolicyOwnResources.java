package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds bucket policies with a resource outside their bucket. S3 refuses the whole policy, so that none of its statements protects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bucket policies</a>
 * @since 0.1
 */
public final class BucketPolicyOwnResources implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.own-resources",
                    Severity.ERROR,
                    "A bucket policy is about its own bucket",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (BucketPolicy policy : context.estate().bucketPolicies()) {
            String own = arn(context.estate(), policy);
            PolicyVersion version =
                    policy.document().known().map(LocatedPolicy::version).orElse(null);
            for (LocatedStatement located :
                    policy.document().known().map(LocatedPolicy::statements).orElse(List.of())) {
                Resources resources = located.statement().resources();
                for (String pattern : resources == null ? List.<String>of() : resources.patterns()) {
                    claims.require(
                            policy.element(),
                            located.at(),
                            isOwn(
                                    context.estate(),
                                    pattern,
                                    own,
                                    version == null ? PolicyVersion.V2008_10_17 : version),
                            StatedPolicy.name(located) + " is about the bucket of the policy",
                            StatedPolicy.name(located)
                                    + " names a resource outside the bucket, so S3 refuses the policy",
                            "name the bucket of the policy and its objects",
                            UnresolvedToken.shown(pattern + ", where the bucket is " + own));
                }
            }
        }
    }

    private static String arn(Estate estate, BucketPolicy policy) {
        Optional<String> name = policy.bucket().asText();
        return estate.buckets().stream()
                .filter(bucket -> bucket.name().asText().equals(name))
                .map(Bucket::arn)
                .findFirst()
                .orElse("arn:aws:s3:::" + name.orElse(""));
    }

    private static Truth isOwn(Estate estate, String pattern, String own, PolicyVersion version) {
        if (pattern.equals(own) || pattern.startsWith(own + "/")) {
            return Truth.TRUE;
        }
        Pattern parsed = Pattern.parse(pattern, version);
        int slash = pattern.indexOf('/');
        Pattern bucket = Pattern.parse(slash < 0 ? pattern : pattern.substring(0, slash), version);
        if (!bucket.hasVariables() && bucket.matches(own)) {
            return Truth.TRUE;
        }
        boolean other = estate.buckets().stream()
                .map(Bucket::arn)
                .filter(arn -> !arn.equals(own))
                .anyMatch(arn -> pattern.equals(arn) || pattern.startsWith(arn + "/"));
        boolean open = UnresolvedToken.isIn(pattern) || UnresolvedToken.isIn(own) || parsed.hasVariables();
        return open && !other
                ? Truth.unknown("only the deployment knows whether " + pattern + " is " + own)
                : Truth.FALSE;
    }
}
