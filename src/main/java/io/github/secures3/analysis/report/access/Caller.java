package io.github.secures3.analysis.report.access;

import java.util.Objects;

/**
 * Somebody who makes requests.
 *
 * @param kind what it is
 * @param name its name for people
 * @param principal how the evaluator knows it
 * @since 0.1
 */
public record Caller(Kind kind, String name, String principal) {

    /** The kinds of caller, in the order of reports. */
    public enum Kind {
        /** Anybody, without credentials. */
        ANONYMOUS("anybody"),
        /** Any account that no policy names. */
        STRANGER("any account"),
        /** Another account that a policy names. */
        ACCOUNT("account"),
        /** A role, user or session that a policy names and the templates do not hold. */
        PRINCIPAL("principal"),
        /** An AWS service. */
        SERVICE("service"),
        /** A role of the templates. */
        ROLE("role"),
        /** A user of the templates. */
        USER("user"),
        /** Somebody with an S3 Access Grant. */
        GRANTEE("grantee");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in reports. */
        public String text() {
            return text;
        }
    }

    /** Checks that nothing is missing. */
    public Caller {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(principal, "principal");
    }
}
