package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a request under which a formula holds.
 *
 * <p>The SAT solver proposes which parts of the formula hold. Of these only the ones that the formula needs are kept, and for each attribute the
 * automata look for a value that gives them. Where there is none, the smallest contradiction becomes a clause, and the solver proposes
 * again. There are finitely many, so the search ends, and what it answers is exact.
 */
final class Search {

    private final Circuit circuit;
    private final int axioms;
    private final SatSolver sat;
    private final List<Attribute> attributes;
    private final Budget budget;
    private boolean begun;

    /**
     * A search.
     *
     * @param axioms what holds for every request
     * @param attributes what varies
     */
    Search(Circuit circuit, int axioms, List<Attribute> attributes, Budget budget) {
        this.circuit = circuit;
        this.axioms = axioms;
        this.sat = new SatSolver(circuit, budget);
        this.attributes = attributes;
        this.budget = budget;
    }

    /** A request under which all these formulas hold, or empty where none exists. */
    Optional<Model> find(int... formulas) {
        if (!begun) {
            begun = true;
            sat.require(axioms);
            attributes.forEach(attribute -> new KnownContradictions(circuit, sat, budget).add(attribute));
        }
        while (sat.isSatisfiable(formulas)) {
            budget.spend(circuit.size());
            Map<Integer, Boolean> needed = new Justification(circuit, sat::value).of(withAxioms(formulas));
            Map<String, String> texts = new LinkedHashMap<>();
            Map<String, List<String>> sets = new LinkedHashMap<>();
            if (realize(needed, texts, sets)) {
                return Optional.of(model(texts, sets, needed));
            }
        }
        return Optional.empty();
    }

    /** Leaves those whose formula no request fulfils. Each request that is found takes away all that it fulfils. */
    <T> void keepImpossible(Map<T, Integer> formulas) {
        Optional<Model> found = find(anyOf(formulas.values()));
        while (found.isPresent()) {
            Model model = found.get();
            if (!formulas.values().removeIf(model::holds)) {
                throw new IllegalStateException("a request fulfils none of the formulas that it was found for");
            }
            found = find(anyOf(formulas.values()));
        }
    }

    private int anyOf(Collection<Integer> formulas) {
        int any = Circuit.FALSE;
        for (int formula : formulas) {
            any = circuit.or(any, formula);
        }
        return any;
    }

    /**
     * A request under which the formulas hold, with as many of the wishes as can be had: each is kept, in their order, if some request still
     * fulfils it. A wish is a list of formulas that exclude each other, the dearest first: it is fulfilled by the first that can be had.
     */
    Optional<Model> findBest(List<Integer> formulas, List<List<Integer>> wishes) {
        List<Integer> kept = new ArrayList<>(formulas);
        Optional<Model> best = find(array(kept));
        if (best.isEmpty()) {
            return best;
        }
        return Optional.of(with(wishes, kept, best.get()));
    }

    /** The model with the wishes that can be had beside those that are kept already: all at once where that works, else one half after the other. */
    private Model with(List<List<Integer>> wishes, List<Integer> kept, Model model) {
        List<Integer> dearest = wishes.stream().map(wish -> wish.get(0)).toList();
        Model better = withAll(dearest, kept, model);
        if (better != null) {
            return better;
        }
        if (wishes.size() == 1) {
            return withNext(wishes.get(0), kept, model);
        }
        int half = wishes.size() / 2;
        Model first = with(wishes.subList(0, half), kept, model);
        return with(wishes.subList(half, wishes.size()), kept, first);
    }

    private Model withNext(List<Integer> wish, List<Integer> kept, Model model) {
        for (Integer formula : wish.subList(1, wish.size())) {
            Model better = withAll(List.of(formula), kept, model);
            if (better != null) {
                return better;
            }
        }
        return model;
    }

    /** A model with all of these beside those that are kept, which they join; null where there is none. */
    private @Nullable Model withAll(List<Integer> wishes, List<Integer> kept, Model model) {
        if (wishes.stream().allMatch(model::holds)) {
            kept.addAll(wishes);
            return model;
        }
        List<Integer> all = new ArrayList<>(kept);
        all.addAll(wishes);
        Optional<Model> better = find(array(all));
        better.ifPresent(found -> kept.addAll(wishes));
        return better.orElse(null);
    }

    private boolean realize(Map<Integer, Boolean> needed, Map<String, String> texts, Map<String, List<String>> sets) {
        for (Attribute attribute : attributes) {
            if (attribute instanceof TextAttribute text) {
                Map<Integer, Boolean> own =
                        own(needed, node -> text.languageOf(node).isPresent());
                List<int[]> pairs = text.pairContradictions(own, budget);
                if (!pairs.isEmpty()) {
                    pairs.forEach(sat::add);
                    return false;
                }
                Optional<String> value = text.find(own, budget);
                if (value.isEmpty()) {
                    learn(own, left -> text.find(left, budget).isEmpty());
                    return false;
                }
                texts.put(text.name(), value.get());
            } else if (attribute instanceof SetAttribute set) {
                Map<Integer, Boolean> own = own(needed, set::owns);
                Optional<List<String>> values = set.find(own, budget);
                if (values.isEmpty()) {
                    learn(own, left -> set.find(left, budget).isEmpty());
                    return false;
                }
                sets.put(set.name(), values.get());
            }
        }
        return true;
    }

    private Model model(Map<String, String> texts, Map<String, List<String>> sets, Map<Integer, Boolean> needed) {
        Map<String, List<String>> values = new TreeMap<>(sets);
        Map<Integer, Boolean> choices = new HashMap<>();
        texts.forEach((name, text) -> values.put(name, List.of(text)));
        for (Attribute attribute : attributes) {
            if (attribute instanceof ChoiceAttribute choice) {
                choice.choices().forEach((value, variable) -> {
                    if (sat.value(Circuit.node(variable))) {
                        values.put(choice.name(), List.of(value));
                    }
                });
            }
        }
        Justification holds = new Justification(circuit, sat::value);
        for (int node = 0; node < circuit.size(); node++) {
            if (circuit.isVariable(node)) {
                choices.put(node, sat.value(node));
            }
        }
        // What the formulas did not need the solver has guessed; the texts that were found tell.
        for (Attribute attribute : attributes) {
            if (attribute instanceof TextAttribute text) {
                choices.putAll(text.valuesUnder(texts.getOrDefault(text.name(), "")));
            } else if (attribute instanceof SetAttribute set) {
                choices.putAll(set.valuesUnder(sets.getOrDefault(set.name(), List.of())));
            }
        }
        attributes.forEach(attribute -> {
            if (!holds.holds(attribute.present())) {
                values.remove(attribute.name());
            }
        });
        return new Model(values, node -> choices.getOrDefault(node, false), circuit, needed.keySet());
    }

    private interface Contradiction {
        boolean remains(Map<Integer, Boolean> left);
    }

    /** Leaves out of a contradiction what it does not need, in parts that shrink, and forbids the rest. */
    private void learn(Map<Integer, Boolean> contradiction, Contradiction test) {
        List<Integer> core = List.copyOf(contradiction.keySet());
        for (int part = (core.size() + 1) / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
            int from = 0;
            while (from < core.size()) {
                List<Integer> left = new ArrayList<>(core);
                left.subList(from, Math.min(from + part, left.size())).clear();
                if (test.remains(only(left, contradiction))) {
                    core = left;
                } else {
                    from += part;
                }
            }
        }
        sat.add(core.stream()
                .mapToInt(node -> contradiction.getOrDefault(node, false) ? Circuit.not(2 * node) : 2 * node)
                .toArray());
    }

    private static Map<Integer, Boolean> only(List<Integer> nodes, Map<Integer, Boolean> values) {
        Map<Integer, Boolean> only = new TreeMap<>();
        nodes.forEach(node -> only.put(node, values.getOrDefault(node, false)));
        return only;
    }

    private static Map<Integer, Boolean> own(Map<Integer, Boolean> needed, IntPredicate owns) {
        Map<Integer, Boolean> own = new TreeMap<>();
        needed.forEach((node, value) -> {
            if (owns.test(node)) {
                own.put(node, value);
            }
        });
        return own;
    }

    private int[] withAxioms(int... formulas) {
        int[] all = new int[formulas.length + 1];
        all[0] = axioms;
        System.arraycopy(formulas, 0, all, 1, formulas.length);
        return all;
    }

    private static int[] array(List<Integer> formulas) {
        return formulas.stream().mapToInt(formula -> formula).toArray();
    }
}
