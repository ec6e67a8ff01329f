package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * An attribute that is a set of texts, at least one: whether some of them belongs to a language is a variable.
 *
 * <p>That every one belongs is that none belongs to the rest; so both set operators come down to one kind of variable, each with the language or
 * its complement.
 */
final class SetAttribute extends Attribute {

    /**
     * That some value lies inside the language, or outside where it is the complement.
     *
     * @param language the language
     * @param complement whether the value lies outside
     */
    private record Some(Language language, boolean complement) {}

    private final Circuit circuit;
    private final Language domain;
    private final List<String> preferred;
    private final boolean holdsUnknowns;
    private final Map<Some, Integer> variables = new HashMap<>();
    private final Map<Integer, Some> meanings = new HashMap<>();

    SetAttribute(
            String name, int present, Circuit circuit, Language domain, List<String> preferred, boolean holdsUnknowns) {
        super(name, present);
        this.holdsUnknowns = holdsUnknowns;
        this.circuit = circuit;
        this.domain = domain;
        this.preferred = List.copyOf(preferred);
    }

    /** The formula under which some value surely belongs to the language. */
    int some(Language language) {
        return variable(new Some(language, false));
    }

    /** The formula under which every value surely belongs to the language. */
    int every(Language language) {
        return Circuit.not(variable(new Some(language, true)));
    }

    /** The language with the texts that may belong to it, as far as values can hold what is not known. */
    Language opened(Language language) {
        return holdsUnknowns ? language.opened() : language;
    }

    /** Whether a language was asked about that names a value which is not known, so that requests can hold it. */
    boolean isComparedWithUnknowns() {
        boolean named =
                meanings.values().stream().anyMatch(some -> some.language().namesUnknown());
        return named && domain.canHoldUnknown();
    }

    boolean owns(int node) {
        return meanings.containsKey(node);
    }

    /** Values for which these variables have these values, or empty where none exist. */
    Optional<List<String>> find(Map<Integer, Boolean> values, Budget budget) {
        List<Language> inside = new ArrayList<>(List.of(domain));
        List<Language> outside = new ArrayList<>();
        List<Some> wanted = new ArrayList<>();
        values.forEach((node, value) -> {
            Some some = Objects.requireNonNull(meanings.get(node));
            if (value) {
                wanted.add(some);
            } else {
                (some.complement() ? inside : outside).add(some.language());
            }
        });
        SortedSet<Character> unknowns = holdsUnknowns
                ? Intersection.unknownsIn(Stream.concat(
                        Stream.of(domain), meanings.values().stream().map(Some::language)))
                : Collections.emptySortedSet();
        Set<String> found = new LinkedHashSet<>();
        for (Some some : wanted) {
            List<Language> in = new ArrayList<>(inside);
            List<Language> out = new ArrayList<>(outside);
            (some.complement() ? out : in).add(some.language());
            Optional<String> value = Intersection.find(in, out, preferred, unknowns, budget);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found.add(value.get());
        }
        if (found.isEmpty()) {
            Optional<String> one = Intersection.find(inside, outside, preferred, unknowns, budget);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(List.copyOf(found));
    }

    /** What the variables are, by node, if these are the texts. */
    Map<Integer, Boolean> valuesUnder(List<String> texts) {
        Map<Integer, Boolean> values = new HashMap<>();
        meanings.forEach((node, some) ->
                values.put(node, texts.stream().anyMatch(text -> some.language().contains(text) != some.complement())));
        return values;
    }

    private int variable(Some some) {
        if (some.language().isAny()) {
            return some.complement() ? Circuit.FALSE : Circuit.TRUE;
        }
        if (some.language().isNone()) {
            return some.complement() ? Circuit.TRUE : Circuit.FALSE;
        }
        return variables.computeIfAbsent(some, added -> {
            int variable = circuit.variable();
            meanings.put(Circuit.node(variable), added);
            return variable;
        });
    }
}
