package io.github.secures3.policy.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds known names that differ from a misspelt one in few letters.
 *
 * @since 0.1
 */
public final class Spelling {

    private static final int MOST_SUGGESTIONS = 3;
    /** Longer input is no misspelt action name; leaving it out bounds the work. */
    private static final int LONGEST_NAME = 100;

    private final List<String> names;

    /** Finds among these names, of which equally close ones keep their order. */
    public Spelling(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** At most three names that differ in no more than a quarter of the letters, the closest first. */
    public List<String> closestTo(String name) {
        if (name.length() > LONGEST_NAME) {
            return List.of();
        }
        int most = Math.max(1, name.length() / 4);
        String wanted = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .map(known -> new Candidate(known, distance(wanted, known.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= most)
                .sorted(Comparator.comparingInt(Candidate::distance)) // stable: equally close names keep their order
                .limit(MOST_SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** The number of letters to add, drop or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
