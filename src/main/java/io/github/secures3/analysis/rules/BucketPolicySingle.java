package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BucketPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds buckets that several policy resources are about: a bucket has one policy, so the last one written wins and what the others protect is
 * gone.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">AWS::S3::BucketPolicy</a>
 * @since 0.1
 */
public final class BucketPolicySingle implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.single",
                    Severity.ERROR,
                    "A bucket has one policy",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        Map<String, BucketPolicy> first = new LinkedHashMap<>();
        for (BucketPolicy policy : context.estate().bucketPolicies()) {
            policy.bucket().asText().ifPresent(name -> {
                BucketPolicy other = first.putIfAbsent(name, policy);
                if (other != null) {
                    claims.add(claims.violated(
                                    policy.element(),
                                    "the bucket has another policy, and the one that is written last replaces it",
                                    "write all statements into one policy")
                            .with(
                                    Evidence.Kind.VALUE,
                                    "the other is " + other.element().id() + " at "
                                            + other.element().at().text()));
                }
            });
        }
    }
}
