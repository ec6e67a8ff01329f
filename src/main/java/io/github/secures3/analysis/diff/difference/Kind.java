package io.github.secures3.analysis.diff.difference;

/**
 * What a change is about, in the order of reports.
 *
 * @since 0.1
 */
public enum Kind {
    /** Who can do what. */
    ACCESS("access"),
    /** A property that a resource has or lacks apart from policies: versioning, lock, logging, encryption, replication, backup. */
    PROTECTION("protections"),
    /** Data that the deployment itself may delete or make unreadable. */
    DATA_AT_RISK("data at risk"),
    /** Policies of the organization. */
    GUARDRAIL("guardrails"),
    /** What else is different about these resources. */
    OTHER("other changes");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}
