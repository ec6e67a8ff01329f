package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that an AWS service may use on behalf of anybody: a statement for a service without a condition on aws:SourceAccount or its like lets every customer of AWS
 * have that service write to the bucket, or read from it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention">Cross-service confused deputy prevention</a>
 * @since 0.1
 */
public final class BucketConfusedDeputy implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.confused-deputy",
                    Severity.WARNING,
                    "AWS services act for the own account alone",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            claims.require(
                    bucket.element(),
                    context.verdict(bucket, AskedInvariants.CONFUSED_DEPUTY),
                    "AWS services act for the own account alone",
                    "an AWS service may use the bucket on behalf of another account",
                    "add conditions on aws:SourceAccount and aws:SourceArn to the statements for services");
        }
    }
}
