package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.statements.DenyGovernanceBypass;
import java.util.List;

/**
 * S3 Object Lock with a default retention: a new object version cannot be deleted or overwritten until its time is over.
 *
 * <p>Object Lock cannot be switched off again, and a bucket with locked objects cannot be deleted. In {@link Mode#COMPLIANCE} nobody
 * can shorten a retention, the root user included; in {@link Mode#GOVERNANCE} principals with {@code s3:BypassGovernanceRetention}
 * could, and whoever may change legal holds could lift them, so the bucket policy denies both to all but the principals named here.
 *
 * @param mode who can end a retention early
 * @param days the default retention of a new object version, in days, 1 to 36,500
 * @param bypassPrincipalArns principals that may bypass a governance retention and lift legal holds; none by default
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Locking objects with Object Lock</a>
 * @since 0.1
 */
public record ObjectLock(Mode mode, int days, List<String> bypassPrincipalArns) {

    /** Longest retention that S3 accepts: 100 years. */
    private static final int MAXIMUM_DAYS = 36_500;

    /** Who can end a retention before its time. */
    public enum Mode {
        /** Principals with a special permission. */
        GOVERNANCE,
        /** Nobody. */
        COMPLIANCE
    }

    /**
     * Checks the ARNs and puts them in order.
     *
     * @throws IllegalArgumentException if the days are out of range, a text is no ARN of a role or user, or a compliance retention names
     *     principals that may bypass it
     */
    public ObjectLock {
        bypassPrincipalArns = new DenyGovernanceBypass(bypassPrincipalArns).exceptPrincipalArns();
        if (days < 1 || days > MAXIMUM_DAYS) {
            throw new IllegalArgumentException(
                    "the default retention of Object Lock is " + days + " days; give 1 to " + MAXIMUM_DAYS);
        }
        if (mode == Mode.COMPLIANCE && !bypassPrincipalArns.isEmpty()) {
            throw new IllegalArgumentException("nobody can bypass a compliance retention, so naming "
                    + bypassPrincipalArns + " has no effect; leave the principals out, or choose governance");
        }
    }

    /** Governance retention that nobody may bypass until a principal is named. */
    public static ObjectLock governance(int days) {
        return new ObjectLock(Mode.GOVERNANCE, days, List.of());
    }

    /** Compliance retention: irrevocable for the given time, for everybody. */
    public static ObjectLock compliance(int days) {
        return new ObjectLock(Mode.COMPLIANCE, days, List.of());
    }

    /** This lock, with principals that may bypass a governance retention. */
    public ObjectLock bypassableBy(String... principalArns) {
        return new ObjectLock(mode, days, List.of(principalArns));
    }
}
