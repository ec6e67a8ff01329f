package io.github.secures3.policy;

import java.util.Optional;

/**
 * Version of the policy language.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
 * @since 0.1
 */
public enum PolicyVersion {
    /** The earlier language, which is also what a document without {@code Version} gets: policy variables are plain text in it. */
    V2008_10_17("2008-10-17"),
    /** The current language. */
    V2012_10_17("2012-10-17");

    private final String text;

    PolicyVersion(String text) {
        this.text = text;
    }

    /** The date as a policy spells it. */
    public String text() {
        return text;
    }

    /** Whether {@code ${...}} is a policy variable under this version rather than plain text. */
    public boolean hasVariables() {
        return this == V2012_10_17;
    }

    /** The version that a policy spells this way. */
    public static Optional<PolicyVersion> of(String text) {
        for (PolicyVersion version : values()) {
            if (version.text.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
