package io.github.secures3.analysis.diff;

/**
 * What a comparison comes to.
 *
 * @since 0.1
 */
public enum Verdict {
    /** Nothing that matters to security is different. */
    UNCHANGED("unchanged"),
    /** Something is different, and nothing is or may be weaker. */
    CHANGED("changed"),
    /** Access opens, a protection falls, data is at risk or a guardrail loosens; or one of these cannot be ruled out. */
    WEAKENED("weakened");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }

    /** Whether this is as grave as the other, or graver. */
    public boolean isAtLeast(Verdict other) {
        return compareTo(other) >= 0;
    }
}
