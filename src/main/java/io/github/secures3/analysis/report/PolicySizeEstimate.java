package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.UnknownStatement;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicySize;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a policy once the deployment has filled in what is unknown, each value at its longest usual text and each statement that a
 * condition decides on counted.
 *
 * @param quota what it counts against
 * @param size in the unit of the quota
 * @param exact whether nothing had to be filled in
 */
record PolicySizeEstimate(PolicyQuota quota, int size, boolean exact) {

    static PolicySizeEstimate of(LocatedPolicy policy, PolicyQuota quota) {
        List<Statement> statements = new ArrayList<>(policy.knownPart().statements());
        for (UnknownStatement unknown : policy.unknown()) {
            Statement candidate = unknown.candidate();
            if (candidate != null) {
                statements.add(candidate);
            }
        }
        PolicyDocument document = new PolicyDocument(policy.version(), policy.id(), statements);
        PolicySize size = quota.measure(document, LongestText::of);
        Integer longest = size.atMost();
        return new PolicySizeEstimate(
                quota, longest == null ? size.atLeast() : longest, size.isExact() && policy.isComplete());
    }

    boolean fits() {
        return size <= quota.limit();
    }

    /** {@code about 2,104 of 20,480 bytes}. */
    String words() {
        return (exact ? "" : "about ") + Words.grouped(size) + " of " + Words.grouped(quota.limit()) + " "
                + quota.unit().text();
    }
}
