package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;

/**
 * In which way a {@code Principal} element means a caller; the ways differ in what a grant is worth.
 *
 * @param direct it names everyone, the session, the user, the federated user or the service: nothing on the caller's side limits the grant
 *     within an account
 * @param limited it names the role of the session, or the user behind the federated user: boundary and session policies limit the grant
 * @param account it names the account, which may hand the grant on to its principals
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">Resource
 *     policies and implicit denies in other policy types</a>
 * @since 0.1
 */
public record PrincipalMatch(Truth direct, Truth limited, Truth account) {

    /** It does not mean the caller. */
    public static final PrincipalMatch NONE = new PrincipalMatch(Truth.FALSE, Truth.FALSE, Truth.FALSE);
    /** It means the caller directly. */
    public static final PrincipalMatch DIRECT = new PrincipalMatch(Truth.TRUE, Truth.FALSE, Truth.FALSE);

    static final PrincipalMatch LIMITED = new PrincipalMatch(Truth.FALSE, Truth.TRUE, Truth.FALSE);
    static final PrincipalMatch ACCOUNT = new PrincipalMatch(Truth.FALSE, Truth.FALSE, Truth.TRUE);

    static PrincipalMatch direct(Truth truth) {
        return new PrincipalMatch(truth, Truth.FALSE, Truth.FALSE);
    }

    static PrincipalMatch limited(Truth truth) {
        return new PrincipalMatch(Truth.FALSE, truth, Truth.FALSE);
    }

    static PrincipalMatch account(Truth truth) {
        return new PrincipalMatch(Truth.FALSE, Truth.FALSE, truth);
    }

    /** Whether this is {@link #DIRECT}, as most matches are. */
    boolean isPlainlyDirect() {
        return direct.isTrue() && limited.isFalse() && account.isFalse();
    }

    /** Either means the caller. */
    public PrincipalMatch or(PrincipalMatch other) {
        if (other.isNone()) {
            return this;
        }
        return isNone()
                ? other
                : new PrincipalMatch(direct.or(other.direct), limited.or(other.limited), account.or(other.account));
    }

    private boolean isNone() {
        return direct.isFalse() && limited.isFalse() && account.isFalse();
    }

    /** It means the caller, and this holds besides. */
    public PrincipalMatch and(Truth rest) {
        if (rest.isTrue()) {
            return this;
        }
        return rest.isFalse() ? NONE : new PrincipalMatch(direct.and(rest), limited.and(rest), account.and(rest));
    }

    /** Whether it means the caller in any way, which is all that a Deny asks. */
    public Truth any() {
        return direct.or(limited).or(account);
    }
}
