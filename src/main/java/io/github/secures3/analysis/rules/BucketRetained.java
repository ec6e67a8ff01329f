package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import java.util.function.Consumer;

/**
 * Finds buckets that CloudFormation deletes with their stack, or when an update replaces them, if they are empty by then.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @since 0.1
 */
public final class BucketRetained implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.retained",
                    Severity.NOTE,
                    "The bucket outlives its stack",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html")
            .explainedBy("deleteWithStack")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Retention.require(bucket.element(), claims, "the bucket is deleted with its stack");
        }
    }
}
