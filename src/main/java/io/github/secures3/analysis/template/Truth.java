package io.github.secures3.analysis.template;

/** Whether a condition holds, and why that cannot be told. */
record Truth(State state, String reason) {

    enum State {
        TRUE,
        FALSE,
        UNKNOWN
    }

    static final Truth TRUE = new Truth(State.TRUE, "");
    static final Truth FALSE = new Truth(State.FALSE, "");

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Truth unknown(String reason) {
        return new Truth(State.UNKNOWN, reason);
    }

    boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    Truth negated() {
        return switch (state) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> this;
        };
    }

    Truth and(Truth other) {
        if (state == State.FALSE || other.state == State.FALSE) {
            return FALSE;
        }
        return isUnknown() ? this : other;
    }

    Truth or(Truth other) {
        return negated().and(other.negated()).negated();
    }
}
