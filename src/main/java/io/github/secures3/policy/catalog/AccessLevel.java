package io.github.secures3.policy.catalog;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far an action reaches, in AWS's own classification.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels in policy summaries</a>
 * @since 0.1
 */
public enum AccessLevel {
    /** Shows that resources exist, not what they hold. */
    LIST("List"),
    /** Shows what resources hold. */
    READ("Read"),
    /** Creates, changes or deletes resources. */
    WRITE("Write"),
    /** Grants or changes permissions on resources. */
    PERMISSIONS_MANAGEMENT("Permissions management"),
    /** Changes nothing but tags, which are permissions where policies read them. */
    TAGGING("Tagging");

    private final String text;

    AccessLevel(String text) {
        this.text = text;
    }

    /** The level as AWS writes it, such as {@code Permissions management}. */
    public String text() {
        return text;
    }

    /** The level that AWS writes this way; empty where there is none. */
    public static Optional<AccessLevel> of(String text) {
        return Arrays.stream(values()).filter(level -> level.text.equals(text)).findFirst();
    }
}
