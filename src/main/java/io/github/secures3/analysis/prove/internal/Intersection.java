package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.AccessRequest;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /** Where all automata stand, and the letter that led here. */
    private static final class Node {

        private final int[][] places;
        private final @Nullable Node parent;
        private final char letter;
        private final int depth;

        Node(int[][] places, @Nullable Node parent, char letter) {
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

        /** What makes two nodes the same: the places alone. */
        IntBuffer state() {
            int length = places.length;
            for (int[] of : places) {
                length += of.length;
            }
            IntBuffer state = IntBuffer.allocate(length);
            for (int[] of : places) {
                state.put(of).put(-1);
            }
            return state.flip();
        }
    }

    private Optional<String> search() {
        List<Language> all = new ArrayList<>(inside);
        all.addAll(outside);
        List<Character> alphabet = Alphabet.of(all, unknowns);
        Node start = new Node(all.stream().map(Language::begin).toArray(int[][]::new), null, ' ');
        Deque<Node> waiting = new ArrayDeque<>();
        Set<IntBuffer> seen = new HashSet<>();
        if (isAlive(start, all)) {
            waiting.add(start);
            seen.add(start.state());
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            if (isAccepting(node, all)) {
                return Optional.of(node.text());
            }
            for (char letter : alphabet) {
                Node next = step(node, letter, all);
                if (next != null && next.depth <= LONGEST && isAlive(next, all) && isNew(next, seen)) {
                    waiting.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /** What is kept takes memory for as long as the search lasts, and so more of the budget than a step. */
    private boolean isNew(Node node, Set<IntBuffer> seen) {
        IntBuffer state = node.state();
        boolean added = seen.add(state);
        if (added) {
            budget.spend(STEPS_OF_A_PLACE * (state.remaining() + STEPS_OF_A_PLACE));
        }
        return added;
    }

    /** Where one more letter leads; null where a language that must hold the text has no place for it, whatever the rest say. */
    private @Nullable Node step(Node node, char letter, List<Language> all) {
        int[][] places = new int[all.size()][];
        long steps = 1;
        boolean alive = true;
        for (int at = 0; at < places.length && alive; at++) {
            places[at] = all.get(at).step(node.places[at], letter);
            steps += places[at].length;
            alive = at >= inside.size() || places[at].length > 0;
        }
        budget.spend(steps);
        return alive ? new Node(places, node, letter) : null;
    }

    private boolean isAccepting(Node node, List<Language> all) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).accepts(node.places[at]) != at < inside.size()) {
                return false;
            }
        }
        return true;
    }

    /** Whether some text from here on may still fit: no language that must hold it has given up, none that must not holds everything. */
    private boolean isAlive(Node node, List<Language> all) {
        for (int at = 0; at < all.size(); at++) {
            boolean lost = at < inside.size()
                    ? node.places[at].length == 0
                    : all.get(at).acceptsAll(node.places[at]);
            if (lost) {
                return false;
            }
        }
        return true;
    }
}
