package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.prove.Verdict;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds bucket policies that nobody of the account but its root user can change or delete any more, whatever the own policies of the identities allow: the proof that no
 * such request is allowed is the finding.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy: lockout</a>
 * @see <a href="https://repost.aws/knowledge-center/s3-accidentally-denied-access">Regaining access to a bucket</a>
 * @since 0.1
 */
public final class BucketPolicyOwnerLockedOut implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.owner-locked-out",
                    Severity.ERROR,
                    "Somebody of the account can change the bucket policy",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            List<Verdict> verdicts = context.verdicts(bucket, AskedInvariants.OWNER_LOCKED_OUT);
            List<String> doubts = verdicts.stream()
                    .flatMap(BucketPolicyOwnerLockedOut::doubts)
                    .distinct()
                    .toList();
            if (verdicts.stream().allMatch(Verdict::isProved)) {
                claims.add(claims.violated(
                                bucket.element(),
                                "nobody of the account but its root user can change or delete the bucket policy",
                                "spare a role of administrators from the Deny, by aws:PrincipalArn")
                        .with(Evidence.Kind.DECISION, AskedInvariants.OWNER_LOCKED_OUT.sentence() + ": proved"));
            } else if (!doubts.isEmpty()) {
                claims.add(claims.undecided(
                        bucket.element(),
                        "somebody of the account can change the bucket policy",
                        String.join("; ", doubts)));
            }
        }
    }

    /** Why it is not sure that somebody can, where the stack may be in this account. */
    private static Stream<String> doubts(Verdict verdict) {
        if (verdict instanceof Verdict.Undecided undecided) {
            return undecided.reasons().stream();
        }
        return verdict instanceof Verdict.Proved proved
                ? Stream.of("nobody can where " + String.join(", ", proved.assumptions()))
                : Stream.empty();
    }
}
