package io.github.secures3.analysis.prove;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of an attempt to prove an invariant.
 *
 * @since 0.1
 */
public sealed interface Verdict {

    /**
     * No request breaks the invariant.
     *
     * @param assumptions what the proof takes for granted, in words
     */
    record Proved(List<String> assumptions) implements Verdict {

        /** Copies the list. */
        public Proved {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * Requests break the invariant, each for another reason.
     *
     * @param counterexamples the requests, each confirmed by the evaluator; at least one
     */
    record Refuted(List<Counterexample> counterexamples) implements Verdict {

        /** Copies the list. */
        public Refuted {
            counterexamples = List.copyOf(counterexamples);
            if (counterexamples.isEmpty()) {
                throw new IllegalArgumentException("a refutation needs a counterexample");
            }
        }
    }

    /**
     * Nothing was found that breaks the invariant for sure, but something may.
     *
     * @param reasons what is not known and matters; at least one
     */
    record Undecided(List<String> reasons) implements Verdict {

        /** Copies the list. */
        public Undecided {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("an undecided verdict needs a reason");
            }
        }
    }

    /** What comes of both: refuted if either is, else undecided if either is, else proved under the assumptions of both. */
    default Verdict and(Verdict other) {
        if (isRefuted() || other.isRefuted()) {
            return isRefuted() ? this : other;
        }
        if (this instanceof Proved proved) {
            return other instanceof Proved too ? new Proved(joined(proved.assumptions(), too.assumptions())) : other;
        }
        return other instanceof Undecided too && this instanceof Undecided undecided
                ? new Undecided(joined(undecided.reasons(), too.reasons()))
                : this;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Whether the invariant is proved. */
    default boolean isProved() {
        return this instanceof Proved;
    }

    /** Whether the invariant is refuted. */
    default boolean isRefuted() {
        return this instanceof Refuted;
    }
}
