package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a text that lies inside some languages and outside others, or shows that there is none.
 *
 * <p>Texts that people would write are tried first. If none fits, all automata are run side by side, breadth first over the letters that can
 * make a difference, until a shortest text is found or no state is left; so the answer is exact.
 */
final class Intersection {

    private static final List<String> FILLERS = List.of("example", "", "x", "example/1", "0");

    /** No value of a request is longer. */
    private static final int LONGEST = AccessRequest.MAX_LENGTH;

    private static final long STEPS_OF_A_PLACE = 8;

    private final List<Language> inside;
    private final List<Language> outside;
    private final SortedSet<Character> unknowns;
    private final Budget budget;

    private Intersection(List<Language> inside, List<Language> outside, SortedSet<Character> unknowns, Budget budget) {
        this.unknowns = unknowns;
        this.inside = inside;
        // Most of what must not hold the text is far from what must.
        this.outside = outside.stream()
                .filter(each -> inside.stream().noneMatch(each::beginsApartFrom))
                .toList();
        this.budget = budget;
    }

    /**
     * A text inside all of the ones and none of the others.
     *
     * @param preferred what is tried first, in this order
     * @param unknowns the unknown values that the text can hold: what these languages do not name may be another that the text is compared with
     */
    static Optional<String> find(
            List<Language> inside,
            List<Language> outside,
            List<String> preferred,
            SortedSet<Character> unknowns,
            Budget budget) {
        return new Intersection(inside, outside, unknowns, budget).find(preferred);
    }

    /** The unknown values that any of these name. */
    static SortedSet<Character> unknownsIn(Stream<Language> languages) {
        SortedSet<Character> unknowns = new TreeSet<>();
        languages.flatMapToInt(Language::unknownLetters).forEach(letter -> unknowns.add((char) letter));
        return unknowns;
    }

    private Optional<String> find(List<String> preferred) {
        if (outside.stream().anyMatch(Language::isAny)) {
            return Optional.empty();
        }
        for (String text : preferred) {
            if (fits(text)) {
                return Optional.of(text);
            }
        }
        for (Language language : inside) {
            if (language.isFinite()) {
                return language.instances("").stream().filter(this::fits).findFirst();
            }
        }
        for (String filler : FILLERS) {
            for (Language language : inside) {
                for (String text : language.instances(filler)) {
                    if (fits(text)) {
                        return Optional.of(text);
                    }
                }
            }
        }
        return search();
    }

    private boolean fits(String text) {
        budget.spend((inside.size() + outside.size()) * (1 + text.length() / 8L));
        boolean fits = text.length() <= LONGEST;
        for (int at = 0; at < inside.size() && fits; at++) {
            fits = inside.get(at).contains(text);
        }
        for (int at = 0; at < outside.size() && fits; at++) {
            fits = !outside.get(at).contains(text);
        }
        return fits;
    }

    /** Where all automata stand, and the letter that led here; two nodes are the same where the places are. */
    private static final class Node {

        private final long[] places;
        private final @Nullable Node parent;
        private final char letter;
        private final int depth;

        Node(long[] places, @Nullable Node parent, char letter) {
            this.places = places;
            this.parent = parent;
            this.letter = letter;
            this.depth = parent == null ? 0 : parent.depth + 1;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Node node = this; node.parent != null; node = node.parent) {
                text.append(node.letter);
            }
            return text.reverse().toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && Arrays.equals(places, node.places);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(places);
        }
    }

    private Optional<String> search() {
        List<Language> all = new ArrayList<>(inside);
        all.addAll(outside);
        Alphabet alphabet = Alphabet.of(all, unknowns);
        List<Automaton> automata = all.stream().map(Language::automaton).toList();
        Deque<Node> waiting = new ArrayDeque<>();
        Set<Node> seen = new HashSet<>();
        Node start = start(automata);
        if (isAlive(start, automata)) {
            waiting.add(start);
            seen.add(start);
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            if (isAccepting(node, automata)) {
                return Optional.of(node.text());
            }
            if (node.depth < LONGEST) {
                BitSet letters = named(node, automata, alphabet);
                alphabet.addOthers(letters);
                for (int at = letters.nextSetBit(0); at >= 0; at = letters.nextSetBit(at + 1)) {
                    Node next = step(node, alphabet.letter(at), automata);
                    if (next != null && isAlive(next, automata) && isNew(next, seen)) {
                        waiting.add(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Node start(List<Automaton> automata) {
        long[] places = new long[automata.stream().mapToInt(Automaton::width).sum()];
        int offset = 0;
        for (Automaton automaton : automata) {
            automaton.begin(places, offset);
            offset += automaton.width();
        }
        return new Node(places, null, ' ');
    }

    /** What is kept takes memory for as long as the search lasts, and so more of the budget than a step. */
    private boolean isNew(Node node, Set<Node> seen) {
        boolean added = seen.add(node);
        if (added) {
            budget.spend(STEPS_OF_A_PLACE * (node.places.length + STEPS_OF_A_PLACE));
        }
        return added;
    }

    /** The letters that some automaton waits for by name. */
    private static BitSet named(Node node, List<Automaton> automata, Alphabet alphabet) {
        BitSet named = new BitSet();
        int offset = 0;
        for (Automaton automaton : automata) {
            automaton.forEachNamed(node.places, offset, code -> alphabet.addNamed(code, named));
            offset += automaton.width();
        }
        return named;
    }

    /** Where one more letter leads; null where a language that must hold the text has no place for it, whatever the rest say. */
    private @Nullable Node step(Node node, char letter, List<Automaton> automata) {
        budget.spend(1L + automata.size());
        long[] places = new long[node.places.length];
        int offset = 0;
        for (int at = 0; at < automata.size(); at++) {
            boolean alive = automata.get(at).step(node.places, letter, places, offset);
            if (!alive && at < inside.size()) {
                return null;
            }
            offset += automata.get(at).width();
        }
        return new Node(places, node, letter);
    }

    private boolean isAccepting(Node node, List<Automaton> automata) {
        int offset = 0;
        for (int at = 0; at < automata.size(); at++) {
            if (automata.get(at).accepts(node.places, offset) != at < inside.size()) {
                return false;
            }
            offset += automata.get(at).width();
        }
        return true;
    }

    /** Whether some text from here on may still fit: no language that must not hold it holds everything. */
    private boolean isAlive(Node node, List<Automaton> automata) {
        int offset = 0;
        for (int at = 0; at < automata.size(); at++) {
            if (at >= inside.size() && automata.get(at).acceptsAll(node.places, offset)) {
                return false;
            }
            offset += automata.get(at).width();
        }
        return true;
    }
}
