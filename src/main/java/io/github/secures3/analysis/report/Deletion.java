package io.github.secures3.analysis.report;

import java.util.Optional;

/**
 * Reads what happens to a bucket when its stack is deleted or the bucket is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html">
 *     UpdateReplacePolicy</a>
 */
final class Deletion {
    private Deletion() {}

    static Protection of(Resource bucket, Template template) {
        Parts parts = new Parts(Protection.Topic.DELETION);
        Value policy = bucket.attribute("DeletionPolicy");
        if (policy.isUnknown()) {
            return parts.unknown(policy, "").protection();
        }
        String text = policy.text().orElse("Delete");
        if (text.equals("Delete")) {
            return deleted(bucket, template, parts);
        }
        if (text.equals("Retain")) {
            parts.holds("kept when the stack is deleted");
        } else if (text.equals("RetainExceptOnCreate")) {
            parts.holds("kept when the stack is deleted, not when its creation is rolled back");
        } else {
            parts.missing("DeletionPolicy " + text + ", which S3 does not have");
        }
        Value replaced = bucket.attribute("UpdateReplacePolicy");
        if (replaced.isUnknown()) {
            parts.unknown(replaced, "when replaced");
        } else if (!replaced.text().orElse("").equals("Retain")) {
            parts.missing("deleted when replaced");
        }
        return parts.protection();
    }

    private static Protection deleted(Resource bucket, Template template, Parts parts) {
        Optional<Resource> emptying = Delivery.custom("Custom::S3AutoDeleteObjects", bucket, template);
        return parts.missing(
                        emptying.isPresent() ? "emptied and deleted with the stack" : "deleted with the stack if empty")
                .protection();
    }
}
