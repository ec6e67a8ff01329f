package io.github.secures3.analysis.finding;

/**
 * How much a finding weighs, from the least to the most.
 *
 * @since 0.1
 */
public enum Severity {
    /** Worth knowing; nothing is open or lost. */
    NOTE("note"),
    /** A protection that is missing, or a claim that cannot be decided. */
    WARNING("warning"),
    /** Access that should not be, or data that can be lost. */
    ERROR("error");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The name in reports, such as {@code warning}. */
    public String text() {
        return text;
    }

    /** Whether this weighs as much as the other, or more. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
