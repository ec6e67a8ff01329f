package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Value;

/** What becomes of a resource that its stack gives up, by its deletion or update-replace policy. */
enum Fate {
    DELETED("is deleted", Severity.ERROR),
    UNKNOWN("may be deleted", Severity.ERROR),
    KEPT("stays behind, outside of any stack", Severity.WARNING);

    private final String text;
    private final Severity weight;

    Fate(String text, Severity weight) {
        this.text = text;
        this.weight = weight;
    }

    /**
     * By a policy; CloudFormation deletes where there is none.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
     */
    static Fate of(Value<String> policy) {
        if (policy.isUnknown()) {
            return UNKNOWN;
        }
        return policy.isSurely(kept -> kept.startsWith("Retain")) ? KEPT : DELETED;
    }

    String text() {
        return text;
    }

    Severity weight() {
        return weight;
    }
}
