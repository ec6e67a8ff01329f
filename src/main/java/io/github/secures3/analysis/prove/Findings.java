package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.model.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found against one invariant. */
final class Findings {

    private final List<Counterexample> counterexamples = new ArrayList<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private final List<Scenes.Way> ways = new ArrayList<>();
    private Scenes.@Nullable Way refuting;
    private boolean possible;

    /** Nothing yet, of more callers whom an invariant is about. */
    Findings ofOthers() {
        Findings others = new Findings();
        others.possible = possible;
        return others;
    }

    /** Callers are asked. */
    void ask(Scenes.Way way) {
        ways.add(way);
    }

    void refute(Scenes.Way way, Counterexample example) {
        refuting = refuting == null ? way : refuting;
        counterexamples.add(example);
    }

    void doubt(String reason) {
        doubts.add(reason);
    }

    /** Whether it is still to be shown that there are requests that the invariant is about: what was found shows it. */
    boolean maySayNothing() {
        return !possible && areEmpty();
    }

    /** There are requests that the invariant is about. */
    void saysSomething() {
        possible = true;
    }

    /** Takes over what was found of other callers. */
    void join(Findings other) {
        ways.addAll(other.ways);
        possible |= other.possible;
        refuting = refuting == null ? other.refuting : refuting;
        counterexamples.addAll(other.counterexamples);
        doubts.addAll(other.doubts);
    }

    List<Counterexample> counterexamples() {
        return counterexamples;
    }

    boolean isRefuted() {
        return !counterexamples.isEmpty();
    }

    boolean areEmpty() {
        return counterexamples.isEmpty() && doubts.isEmpty();
    }

    /** The ways on which the verdict rests: one is enough to refute. */
    Collection<Scenes.Way> decisive() {
        return refuting == null ? ways : List.of(refuting);
    }

    /**
     * The verdict.
     *
     * @param gaps what could not be read, so that a proof says nothing about it
     * @param assumptions what a proof rests on
     */
    Verdict verdict(List<Gap> gaps, List<String> assumptions) {
        if (isRefuted()) {
            return new Verdict.Refuted(counterexamples);
        }
        for (Gap gap : gaps) {
            doubts.add(gap.name() + " at " + gap.at().text() + " could not be read: " + gap.reason());
        }
        if (maySayNothing()) {
            return new Verdict.Undecided(
                    List.of("no request that the invariant is about can be made, so it says nothing"));
        }
        return doubts.isEmpty() ? new Verdict.Proved(assumptions) : new Verdict.Undecided(List.copyOf(doubts));
    }
}
