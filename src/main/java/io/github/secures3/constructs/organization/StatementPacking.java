package io.github.secures3.constructs.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads items over as few equal bins as it can find.
 *
 * <p>The first way tried is the calm one: each item, in the order given, goes into the first bin with room, so that an item added at the end
 * moves no other. Only where another way needs fewer bins is the order given up: largest first, then a search, which ends after a fixed
 * number of steps and always takes the same path.
 */
final class StatementPacking {

    private static final int MOST_STEPS = 200_000;

    private final List<Integer> sizes;
    private final int capacity;
    private int steps;

    private StatementPacking(List<Integer> sizes, int capacity) {
        this.sizes = sizes;
        this.capacity = capacity;
    }

    /** The bins, each with the indexes of its items; no item may be larger than a bin. */
    static List<List<Integer>> pack(List<Integer> sizes, int capacity) {
        return new StatementPacking(sizes, capacity).best();
    }

    /** The number of bins that no packing can go below. */
    static int atLeast(List<Integer> sizes, int capacity) {
        long total = sizes.stream().mapToLong(Integer::longValue).sum();
        return (int) ((total + capacity - 1) / capacity);
    }

    private List<List<Integer>> best() {
        List<Integer> given = IntStream.range(0, sizes.size()).boxed().toList();
        List<Integer> largestFirst = given.stream()
                .sorted(Comparator.comparing((Integer item) -> sizes.get(item)).reversed())
                .toList();
        List<List<Integer>> best = firstFit(given);
        List<List<Integer>> other = firstFit(largestFirst);
        best = other.size() < best.size() ? other : best;
        int least = atLeast(sizes, capacity);
        while (best.size() > least) {
            steps = 0;
            List<List<Integer>> fewer = search(largestFirst, best.size() - 1);
            if (fewer == null) {
                break;
            }
            best = fewer;
        }
        return inOrder(best);
    }

    private List<List<Integer>> firstFit(List<Integer> items) {
        List<List<Integer>> bins = new ArrayList<>();
        List<Integer> room = new ArrayList<>();
        for (int item : items) {
            int bin = 0;
            while (bin < bins.size() && room.get(bin) < sizes.get(item)) {
                bin++;
            }
            if (bin == bins.size()) {
                bins.add(new ArrayList<>());
                room.add(capacity);
            }
            bins.get(bin).add(item);
            room.set(bin, room.get(bin) - sizes.get(item));
        }
        return bins;
    }

    private @Nullable List<List<Integer>> search(List<Integer> items, int count) {
        List<List<Integer>> bins = new ArrayList<>();
        int[] room = new int[count];
        for (int bin = 0; bin < count; bin++) {
            bins.add(new ArrayList<>());
            room[bin] = capacity;
        }
        return place(items, 0, bins, room) ? bins : null;
    }

    private boolean place(List<Integer> items, int next, List<List<Integer>> bins, int[] room) {
        if (next == items.size()) {
            return true;
        }
        if (++steps > MOST_STEPS) {
            return false;
        }
        int item = items.get(next);
        int size = sizes.get(item);
        for (int bin = 0; bin < room.length; bin++) {
            if (room[bin] >= size && isFirstWithThisRoom(room, bin)) {
                room[bin] -= size;
                bins.get(bin).add(item);
                if (place(items, next + 1, bins, room)) {
                    return true;
                }
                bins.get(bin).remove(bins.get(bin).size() - 1);
                room[bin] += size;
            }
        }
        return false;
    }

    /** Bins with the same room are alike: trying one of them is enough. */
    private static boolean isFirstWithThisRoom(int[] room, int bin) {
        return IntStream.range(0, bin).noneMatch(earlier -> room[earlier] == room[bin]);
    }

    private static List<List<Integer>> inOrder(List<List<Integer>> bins) {
        return bins.stream()
                .map(bin -> bin.stream().sorted().toList())
                .sorted(Comparator.comparing((List<Integer> bin) -> bin.get(0)))
                .toList();
    }
}
