package io.github.secures3.analysis.report;

import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;

/** The parts of one protection; the weakest of them decides, an unknown one before a missing one. */
final class Parts {

    private final Protection.Topic topic;
    private final List<String> words = new ArrayList<>();
    private Protection.State state = Protection.State.HOLDS;

    Parts(Protection.Topic topic) {
        this.topic = topic;
    }

    Parts holds(String part) {
        return add(Protection.State.HOLDS, part);
    }

    Parts missing(String part) {
        return add(Protection.State.MISSING, part);
    }

    /** Adds what the value depends on, with its name when the line speaks of several. */
    Parts unknown(Value<?> value, String about) {
        return unknown(Words.unknown(value), about);
    }

    Parts unknown(String reason, String about) {
        return add(Protection.State.UNKNOWN, reason + (about.isEmpty() ? "" : " (" + about + ")"));
    }

    Parts add(Protection.State partState, String part) {
        words.add(part);
        state = partState.compareTo(state) > 0 ? partState : state;
        return this;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Protection protection() {
        return new Protection(topic, state, String.join("; ", words));
    }
}
