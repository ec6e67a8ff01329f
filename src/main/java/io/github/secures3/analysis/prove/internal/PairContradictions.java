package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Which two things cannot hold of one text together: that it belongs to two languages that share none, or to one language and not to another that
 * covers it. Most contradictions are of this kind, and a look at two languages is far cheaper than one at all.
 */
final class PairContradictions {

    private final Language domain;
    private final Map<Integer, Language> languages;
    private final Supplier<SortedSet<Character>> unknowns;
    private final Map<Long, Boolean> known = new HashMap<>();

    /**
     * The contradictions of one text.
     *
     * @param domain what it can be at all
     * @param languages what is asked about it, by the nodes of their variables
     * @param unknowns the unknown values that it can hold
     */
    PairContradictions(Language domain, Map<Integer, Language> languages, Supplier<SortedSet<Character>> unknowns) {
        this.unknowns = unknowns;
        this.domain = domain;
        this.languages = languages;
    }

    /** The pairs among these variables that contradict each other, each as the clause that forbids it. */
    List<int[]> among(Map<Integer, Boolean> values, Budget budget) {
        List<int[]> clauses = new ArrayList<>();
        List<Integer> nodes = List.copyOf(values.keySet());
        for (int at = 0; at < nodes.size(); at++) {
            int one = nodes.get(at);
            if (holds(values, one)) {
                for (int next = 0; next < nodes.size(); next++) {
                    int other = nodes.get(next);
                    boolean fresh = next > at || !holds(values, other);
                    if (other != one && fresh && isContradiction(one, other, holds(values, other), budget)) {
                        clauses.add(new int[] {
                            Circuit.not(2 * one), holds(values, other) ? Circuit.not(2 * other) : 2 * other
                        });
                    }
                }
            }
        }
        return clauses;
    }

    private boolean isContradiction(int one, int other, boolean both, Budget budget) {
        long key = ((long) one << 32 | other) * 2 + (both ? 1 : 0);
        return known.computeIfAbsent(key, asked -> isEmpty(language(one), language(other), both, budget));
    }

    private boolean isEmpty(Language one, Language other, boolean both, Budget budget) {
        if (one.beginsApartFrom(other)) {
            return both;
        }
        // Texts of the narrower languages come first: they are the likelier to fit.
        return both
                ? Intersection.find(List.of(one, other, domain), List.of(), List.of(), unknowns.get(), budget)
                        .isEmpty()
                : Intersection.find(List.of(one, domain), List.of(other), List.of(), unknowns.get(), budget)
                        .isEmpty();
    }

    private Language language(int node) {
        return Objects.requireNonNull(languages.get(node));
    }

    private static boolean holds(Map<Integer, Boolean> values, int node) {
        return values.getOrDefault(node, false);
    }
}
