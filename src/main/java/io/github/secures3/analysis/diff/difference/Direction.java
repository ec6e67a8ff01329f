package io.github.secures3.analysis.diff.difference;

/**
 * What a change does to security.
 *
 * @since 0.1
 */
public enum Direction {
    /** It opens access, drops or weakens a protection, puts data at risk, or loosens a guardrail. */
    WEAKENED("weakened"),
    /** It may do so: something unknown stands on one side or both. Counts as weakened. */
    UNDECIDED("undecided"),
    /** Neither. */
    NEUTRAL("neutral"),
    /** It closes access, adds or strengthens a protection, or tightens a guardrail. */
    STRENGTHENED("strengthened");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }

    /** What the change does when it is taken back. */
    public Direction reversed() {
        return switch (this) {
            case WEAKENED -> STRENGTHENED;
            case STRENGTHENED -> WEAKENED;
            case UNDECIDED, NEUTRAL -> this;
        };
    }

    /** Whether the change must be taken for a weakening. */
    public boolean countsAsWeakened() {
        return this == WEAKENED || this == UNDECIDED;
    }
}
