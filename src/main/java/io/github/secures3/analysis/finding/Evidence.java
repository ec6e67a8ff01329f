package io.github.secures3.analysis.finding;

import java.util.Objects;

/**
 * What shows that a finding is true.
 *
 * @param kind what kind of evidence
 * @param text the evidence as text, of one or several lines
 * @since 0.1
 */
public record Evidence(Kind kind, String text) {

    /** The kinds of evidence. */
    public enum Kind {
        /** A request, already decided by the evaluator. */
        REQUEST("request"),
        /** The decision on that request, with the layers that led to it. */
        DECISION("decision"),
        /** A statement of a policy, with its place. */
        STATEMENT("statement"),
        /** A value that a template states or leaves out. */
        VALUE("value"),
        /** What an author says for accepting it. */
        REASON("reason"),
        /** Something that was taken for granted. */
        ASSUMPTION("assumption"),
        /** Why something could not be decided. */
        UNDECIDED("undecided");

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
    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
