package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;

/**
 * Tells what happens to a bucket when its stack is deleted or the bucket is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html">
 *     UpdateReplacePolicy</a>
 */
final class Deletion {

    private Deletion() {}

    static Protection of(Bucket bucket) {
        Parts parts = new Parts(Protection.Topic.DELETION);
        Value<String> policy = bucket.element().deletionPolicy();
        if (policy.isUnknown()) {
            return parts.unknown(policy, "").protection();
        }
        String text = policy.known().orElse("Delete");
        if (text.equals("Delete")) {
            return deleted(bucket.emptiedOnDeletion(), parts).protection();
        }
        if (text.equals("Retain")) {
            parts.holds("kept when the stack is deleted");
        } else if (text.equals("RetainExceptOnCreate")) {
            parts.holds("kept when the stack is deleted, not when its creation is rolled back");
        } else {
            parts.missing("DeletionPolicy " + Words.printable(text) + ", which S3 does not have");
        }
        Value<String> replaced = bucket.element().updateReplacePolicy();
        if (replaced.isUnknown()) {
            parts.unknown(replaced, "when replaced");
        } else if (!replaced.isSurely("Retain"::equals)) {
            parts.missing("deleted when replaced");
        }
        return parts.protection();
    }

    private static Parts deleted(Value<Boolean> emptied, Parts parts) {
        if (emptied.isUnknown()) {
            return parts.missing("deleted with the stack").unknown(emptied, "whether emptied before");
        }
        return parts.missing(
                emptied.isAbsent() ? "deleted with the stack if empty" : "emptied and deleted with the stack");
    }
}
