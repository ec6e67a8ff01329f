package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.json.PolicyQuota;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what the policy of a bucket denies, and how large it is.
 *
 * @param protection statements and size
 * @param denies the Sids of its Deny statements
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">
 *     AWS::S3::BucketPolicy</a>
 */
record PolicyProtection(Protection protection, List<String> denies) {

    static PolicyProtection of(Bucket bucket, Estate estate) {
        Parts parts = new Parts(Protection.Topic.BUCKET_POLICY);
        List<String> denies = new ArrayList<>();
        List<BucketPolicy> policies = estate.policiesOf(bucket);
        if (policies.isEmpty()) {
            parts.missing("none");
        }
        if (policies.size() > 1) {
            parts.missing(Words.count(policies.size(), "policy resource") + ", of which S3 keeps one");
        }
        for (BucketPolicy policy : policies) {
            Value<Boolean> presence = policy.element().presence();
            boolean sameCondition =
                    presence.whyUnknown().equals(bucket.element().presence().whyUnknown());
            if (presence.isUnknown() && !sameCondition) {
                parts.unknown(presence, "");
            } else if (policy.document().isUnknown()) {
                parts.unknown(policy.document(), "");
            } else {
                policy.document()
                        .known()
                        .ifPresentOrElse(
                                document -> read(document, parts, denies),
                                () -> parts.missing("without PolicyDocument"));
            }
        }
        return new PolicyProtection(parts.protection(), List.copyOf(denies));
    }

    private static void read(LocatedPolicy policy, Parts parts, List<String> denies) {
        int withoutSid = 0;
        for (LocatedStatement located : policy.statements()) {
            String sid = located.statement().sid();
            if (located.statement().effect() == Effect.DENY && sid != null && !sid.isEmpty()) {
                denies.add(Words.printable(sid));
            } else if (located.statement().effect() == Effect.DENY) {
                withoutSid++;
            }
        }
        PolicySizeEstimate size = PolicySizeEstimate.of(policy, PolicyQuota.BUCKET);
        String statements = Words.count(policy.statements().size(), "statement");
        parts.add(
                size.fits() ? Protection.State.HOLDS : Protection.State.MISSING,
                statements + ", " + size.words() + (size.fits() ? "" : ": too large"));
        if (!policy.isComplete()) {
            parts.unknown("unknown: " + Words.reason(policy.unknown().get(0).reason()), "more statements");
        }
        if (withoutSid > 0) {
            parts.holds("Deny without Sid: " + withoutSid);
        }
        if (denies.isEmpty() && withoutSid == 0) {
            parts.missing("denies nothing");
        }
    }
}
