package io.github.secures3.analysis.report.access;

import io.github.secures3.analysis.evaluate.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * Whether somebody can do something.
 *
 * @param outcome allowed, denied or undecided; where objects differ, the most that is allowed
 * @param objects which objects: patterns of their keys, where the answer is not the same for all of them
 * @param why what an allowed answer rests on, or what an undecided one depends on
 * @since 0.1
 */
public record Reach(Outcome outcome, List<String> objects, List<String> why) {

    /** Nothing. */
    static final Reach NONE = new Reach(Outcome.IMPLICITLY_DENIED, List.of(), List.of());

    /** Copies the lists. */
    public Reach {
        Objects.requireNonNull(outcome, "outcome");
        objects = List.copyOf(objects);
        why = List.copyOf(why);
    }

    /** Whether it is surely allowed. */
    public boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    /** Whether it cannot be decided. */
    public boolean isUndecided() {
        return outcome == Outcome.UNDECIDED;
    }
}
