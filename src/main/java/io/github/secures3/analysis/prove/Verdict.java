package io.github.secures3.analysis.prove;

import java.util.List;

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

    /** Whether the invariant is proved. */
    default boolean isProved() {
        return this instanceof Proved;
    }

    /** Whether the invariant is refuted. */
    default boolean isRefuted() {
        return this instanceof Refuted;
    }
}
