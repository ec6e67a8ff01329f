package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is plain about an attribute from the beginning, so that the search need not learn it one by one: a text is one of the texts that are named
 * whole at most, and belongs to other languages or does not.
 */
final class KnownContradictions {

    /** Beyond so many pairs of a named text and a language the search learns what it needs. */
    private static final long MOST_PAIRS = 50_000;

    private final Circuit circuit;
    private final SatSolver sat;
    private final Budget budget;

    KnownContradictions(Circuit circuit, SatSolver sat, Budget budget) {
        this.circuit = circuit;
        this.sat = sat;
        this.budget = budget;
    }

    void add(Attribute attribute) {
        if (!(attribute instanceof TextAttribute text)) {
            return;
        }
        Map<Integer, Language> lists = new LinkedHashMap<>();
        Map<Integer, Language> others = new LinkedHashMap<>();
        text.languages().forEach((node, language) -> (language.isFinite() ? lists : others).put(node, language));
        addApart(lists);
        if ((long) lists.size() * others.size() <= MOST_PAIRS) {
            lists.forEach((node, list) -> others.forEach((other, language) -> add(node, list, other, language)));
        }
    }

    /** At most one of the lists that share no text with another holds the text. */
    private void addApart(Map<Integer, Language> lists) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        lists.values()
                .forEach(list ->
                        list.instances("").stream().distinct().forEach(text -> counts.merge(text, 1, Integer::sum)));
        List<Integer> apart = new ArrayList<>();
        lists.forEach((node, list) -> {
            if (list.instances("").stream().allMatch(text -> counts.getOrDefault(text, 0) == 1)) {
                apart.add(2 * node);
            }
        });
        int before = Circuit.FALSE;
        for (int one : apart) {
            int both = circuit.and(before, one);
            if (both != Circuit.FALSE) {
                sat.add(Circuit.not(both));
            }
            before = circuit.or(before, one);
        }
        budget.spend(counts.size());
    }

    private void add(int list, Language texts, int other, Language language) {
        List<String> all = texts.instances("");
        budget.spend(all.size());
        long inside = all.stream().filter(language::contains).count();
        if (inside == 0) {
            sat.add(Circuit.not(2 * list), Circuit.not(2 * other));
        } else if (inside == all.size()) {
            sat.add(Circuit.not(2 * list), 2 * other);
        }
    }
}
