package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** An attribute that is one text: whether it belongs to a language is a variable, and which variables go together the automata decide. */
final class TextAttribute extends Attribute {

    private final Circuit circuit;
    private final Language domain;
    private final List<Language> excluded;
    private final List<String> preferred;
    private final boolean holdsUnknowns;
    private final Map<Language, Integer> variables = new HashMap<>();
    private final Map<Integer, Language> languages = new LinkedHashMap<>();
    private final PairContradictions pairs;
    private Unknowns unknowns = new Unknowns(-1, Collections.emptySortedSet());

    /**
     * Unknown values, as of when so many languages had been asked about.
     *
     * @param languages how many
     * @param letters the values
     */
    private record Unknowns(int languages, SortedSet<Character> letters) {}

    /**
     * An attribute.
     *
     * @param domain what it can be at all
     * @param excluded what it cannot be all the same
     * @param preferred what people like to read, in the order of preference
     * @param holdsUnknowns whether it can be, or hold, a value that is not known
     */
    TextAttribute(
            String name,
            int present,
            Circuit circuit,
            Language domain,
            List<Language> excluded,
            List<String> preferred,
            boolean holdsUnknowns) {
        super(name, present);
        this.circuit = circuit;
        this.domain = domain;
        this.excluded = List.copyOf(excluded);
        this.preferred = List.copyOf(preferred);
        this.holdsUnknowns = holdsUnknowns;
        this.pairs = new PairContradictions(domain, languages, this::unknowns);
    }

    /** The formula under which the text surely belongs to the language, given that it is there. */
    int in(Language language) {
        if (language.isAny()) {
            return Circuit.TRUE;
        }
        if (language.isNone()) {
            return Circuit.FALSE;
        }
        return variables.computeIfAbsent(language, added -> {
            int variable = circuit.variable();
            languages.put(Circuit.node(variable), added);
            return variable;
        });
    }

    /** The formula under which the text may belong to the language: it does, or holds a value that is not known and may make it fit. */
    int mayBeIn(Language language) {
        return in(holdsUnknowns ? language.opened() : language);
    }

    /** Whether a language was asked about that names a value which is not known, so that requests can hold it. */
    boolean isComparedWithUnknowns() {
        boolean named = domain.namesUnknown() || languages.values().stream().anyMatch(Language::namesUnknown);
        return named && domain.canHoldUnknown();
    }

    /** Whether it can be there and be empty. */
    boolean canBeEmpty() {
        return domain.contains("");
    }

    /** Whether the text is known to be none of those that belong to the attribute. */
    boolean excludes(String text) {
        return excluded.stream().anyMatch(language -> language.contains(text));
    }

    /** The language whose variable this node is; empty where it is none of this attribute. */
    Optional<Language> languageOf(int node) {
        return Optional.ofNullable(languages.get(node));
    }

    /** The clauses that forbid those pairs among these values that no text can have together. */
    List<int[]> pairContradictions(Map<Integer, Boolean> values, Budget budget) {
        return pairs.among(values, budget);
    }

    /** A text for which these variables have these values, or empty where none exists. */
    Optional<String> find(Map<Integer, Boolean> values, Budget budget) {
        List<Language> inside = new ArrayList<>();
        List<Language> outside = new ArrayList<>(excluded);
        inside.add(domain);
        values.forEach((node, value) -> (value ? inside : outside).add(languages.get(node)));
        return Intersection.find(inside, outside, preferred, unknowns(), budget);
    }

    /** The unknown values that it can hold: those that it is compared with. */
    private SortedSet<Character> unknowns() {
        if (!holdsUnknowns) {
            return Collections.emptySortedSet();
        }
        if (unknowns.languages() != languages.size()) {
            unknowns = new Unknowns(
                    languages.size(),
                    Intersection.unknownsIn(Stream.concat(Stream.of(domain), languages.values().stream())));
        }
        return unknowns.letters();
    }

    /** What the variables of the languages are, by node, if this is the text. */
    Map<Integer, Boolean> valuesUnder(String text) {
        Map<Integer, Boolean> values = new HashMap<>();
        languages.forEach((node, language) -> values.put(node, language.contains(text)));
        return values;
    }

    /** All languages that were asked about, by the node of their variable. */
    Map<Integer, Language> languages() {
        return languages;
    }
}
