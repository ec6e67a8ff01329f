package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Arn;

/** What is not known about a resource that the templates do not hold, by the kind of resource that its ARN tells. */
final class OutsideTemplates {

    private static final String MISSING = " is not in the templates";

    private OutsideTemplates() {}

    /** Buckets and what is in them have a policy, Block Public Access and encryption; other resources have a policy, if anything. */
    static void describe(String arn, Situation.Builder situation) {
        Arn parts = Arn.parse(arn);
        boolean ofGeneralPurposeBuckets =
                parts.service().equals("s3") && parts.account().isEmpty();
        if (AccessPoints.isArn(arn)) {
            situation.unknown(Layer.ACCESS_POINT, "the policy of " + arn + MISSING);
            bucket("the bucket behind " + arn, "the bucket behind " + arn, situation);
        } else if (ofGeneralPurposeBuckets) {
            bucket(arn, "the policy of " + arn, situation);
        } else {
            boolean ofKms = parts.service().equals("kms");
            situation.unknown(ofKms ? Layer.KEY : Layer.RESOURCE, "the policy of " + arn + MISSING);
            if (!parts.account().isEmpty()) {
                situation.resourceAccount(parts.account());
            }
        }
    }

    /** A bucket in words, and its policy. */
    static void bucket(String what, String policy, Situation.Builder situation) {
        situation.unknown(Layer.RESOURCE, policy + MISSING);
        situation.unknown(Layer.BLOCK_PUBLIC_ACCESS, "Block Public Access of " + what + MISSING);
        situation.unknown(Layer.KEY, "the encryption of " + what + MISSING);
    }
}
