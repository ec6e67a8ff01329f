package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says to a request.
 *
 * @param principal in which way the statement means the caller, everything else of it fitting; no way where it does not fit
 * @param failed the first part that does not fit, or null where none fails for certain
 * @param condition the condition that fails, or null where none does
 * @since 0.1
 */
public record StatementMatch(
        PrincipalMatch principal,
        @Nullable Part failed,
        @Nullable Condition condition) {

    /** The parts of a statement, in the order in which they are compared. */
    public enum Part {
        /** {@code Action} or {@code NotAction}. */
        ACTION("action"),
        /** {@code Principal} or {@code NotPrincipal}. */
        PRINCIPAL("principal"),
        /** {@code Resource} or {@code NotResource}. */
        RESOURCE("resource"),
        /** {@code Condition}. */
        CONDITION("condition");

        private final String text;

        Part(String text) {
            this.text = text;
        }

        /** The part in lower case, as messages name it. */
        public String text() {
            return text;
        }
    }

    static final StatementMatch NOT_ACTION = new StatementMatch(PrincipalMatch.NONE, Part.ACTION, null);
    static final StatementMatch NOT_PRINCIPAL = new StatementMatch(PrincipalMatch.NONE, Part.PRINCIPAL, null);
    static final StatementMatch NOT_RESOURCE = new StatementMatch(PrincipalMatch.NONE, Part.RESOURCE, null);
    static final StatementMatch DIRECT = new StatementMatch(PrincipalMatch.DIRECT, null, null);
}
