package io.github.secures3.analysis.template;

/**
 * Whether a condition holds, and why that cannot be told.
 *
 * @param form what the condition says, the same for conditions that surely hold together and for them alone; empty where it is decided
 * @param opposite the form of what holds where the condition does not
 */
record Truth(State state, String reason, String form, String opposite) {

    enum State {
        TRUE,
        FALSE,
        UNKNOWN
    }

    static final Truth TRUE = new Truth(State.TRUE, "", "", "");
    static final Truth FALSE = new Truth(State.FALSE, "", "", "");

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Truth unknown(String reason, String form) {
        return new Truth(State.UNKNOWN, reason, form, Names.derived("Not", form));
    }

    boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    /** The same with another reason. */
    Truth because(String other) {
        return new Truth(state, other, form, opposite);
    }

    Truth negated() {
        return switch (state) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> new Truth(State.UNKNOWN, reason, /* form= */ opposite, /* opposite= */ form);
        };
    }

    Truth and(Truth other) {
        if (state == State.FALSE || other.state == State.FALSE) {
            return FALSE;
        }
        if (isUnknown() && other.isUnknown() && !form.equals(other.form)) {
            boolean inOrder = form.compareTo(other.form) < 0;
            return unknown(reason, Names.derived("And", inOrder ? form : other.form, inOrder ? other.form : form));
        }
        return isUnknown() ? this : other;
    }

    Truth or(Truth other) {
        return negated().and(other.negated()).negated();
    }
}
