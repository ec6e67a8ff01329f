package io.github.secures3.constructs.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementPackingTest {

    private static final int RUNS = 2_000;

    private final Random random = Seed.of(StatementPackingTest.class);

    @Test
    void every_item_is_in_one_bin_and_no_bin_overflows() {
        for (int run = 0; run < RUNS; run++) {
            int capacity = 1 + random.nextInt(60);
            List<Integer> sizes = sizes(random.nextInt(26), capacity);

            List<List<Integer>> bins = StatementPacking.pack(sizes, capacity);

            assertThat(bins.stream().flatMap(List::stream).sorted())
                    .as("%s in %d", sizes, capacity)
                    .isEqualTo(IntStream.range(0, sizes.size()).boxed().toList());
            assertThat(bins)
                    .as("%s in %d", sizes, capacity)
                    .allSatisfy(
                            bin -> assertThat(bin.stream().mapToInt(sizes::get).sum())
                                    .isPositive()
                                    .isLessThanOrEqualTo(capacity));
            assertThat(bins).hasSizeGreaterThanOrEqualTo(StatementPacking.atLeast(sizes, capacity));
            assertThat(StatementPacking.pack(new ArrayList<>(sizes), capacity)).isEqualTo(bins);
        }
    }

    @Test
    void no_packing_needs_fewer_bins() {
        for (int run = 0; run < RUNS; run++) {
            int capacity = 4 + random.nextInt(20);
            List<Integer> sizes = sizes(random.nextInt(8), capacity);

            assertThat(StatementPacking.pack(sizes, capacity))
                    .as("%s in %d", sizes, capacity)
                    .hasSize(fewest(sizes, capacity));
        }
    }

    /** A statement that moves is out of force between two updates. */
    @Test
    void an_item_added_behind_moves_none_while_the_order_packs_as_tightly() {
        int tried = 0;
        for (int run = 0; run < RUNS; run++) {
            int capacity = 10 + random.nextInt(40);
            List<Integer> before = sizes(1 + random.nextInt(12), capacity);
            List<Integer> after = new ArrayList<>(before);
            after.add(1 + random.nextInt(capacity));
            if (inOrder(before, capacity).size() == StatementPacking.atLeast(before, capacity)
                    && inOrder(after, capacity).size() == StatementPacking.atLeast(after, capacity)) {
                tried++;
                assertThat(without(StatementPacking.pack(after, capacity), before.size()))
                        .as("%s, then %s in %d", before, after, capacity)
                        .isEqualTo(StatementPacking.pack(before, capacity));
            }
        }
        assertThat(tried).isGreaterThan(RUNS / 10);
    }

    @Test
    void the_order_is_given_up_where_that_saves_a_bin() {
        assertThat(StatementPacking.pack(List.of(4, 4, 6, 6), 10)).containsExactly(List.of(0, 2), List.of(1, 3));
        assertThat(StatementPacking.pack(List.of(3, 3, 2, 2, 2), 6)).containsExactly(List.of(0, 1), List.of(2, 3, 4));
        assertThat(StatementPacking.pack(List.of(2, 2, 2, 3, 3), 6)).hasSize(2);
        assertThat(StatementPacking.pack(List.of(), 10)).isEmpty();
        assertThat(StatementPacking.pack(List.of(10, 10), 10)).containsExactly(List.of(0), List.of(1));
    }

    /** The order is that of size already, so that both simple ways are one. */
    @Test
    void a_search_finds_what_both_simple_ways_miss() {
        List<Integer> sizes = List.of(44, 24, 24, 22, 21, 17, 8, 8, 6, 6);

        assertThat(inOrder(sizes, 61)).hasSize(4);
        assertThat(StatementPacking.pack(sizes, 61)).hasSize(3);
    }

    /** Thirds that only fit in perfect triples: the search could go on for ages, and ends. */
    @Test
    void a_hopeless_search_ends() {
        List<Integer> sizes = new ArrayList<>();
        for (int item = 0; item < 90; item++) {
            sizes.add(334 + (item * 37) % 83);
        }

        assertThat(StatementPacking.pack(sizes, 1000).size()).isBetween(StatementPacking.atLeast(sizes, 1000), 45);
    }

    private List<Integer> sizes(int count, int capacity) {
        return random.ints(count, 1, capacity + 1).boxed().toList();
    }

    private static List<List<Integer>> without(List<List<Integer>> bins, int item) {
        return bins.stream()
                .map(bin -> bin.stream().filter(one -> one != item).toList())
                .filter(bin -> !bin.isEmpty())
                .toList();
    }

    private static List<Integer> inOrder(List<Integer> sizes, int capacity) {
        List<Integer> rooms = new ArrayList<>();
        for (int size : sizes) {
            int bin = 0;
            while (bin < rooms.size() && rooms.get(bin) < size) {
                bin++;
            }
            if (bin == rooms.size()) {
                rooms.add(capacity);
            }
            rooms.set(bin, rooms.get(bin) - size);
        }
        return rooms;
    }

    /** By trying all assignments. */
    private static int fewest(List<Integer> sizes, int capacity) {
        for (int bins = 0; ; bins++) {
            if (fits(sizes, 0, new int[bins], capacity)) {
                return bins;
            }
        }
    }

    private static boolean fits(List<Integer> sizes, int next, int[] loads, int capacity) {
        if (next == sizes.size()) {
            return true;
        }
        for (int bin = 0; bin < loads.length; bin++) {
            if (loads[bin] + sizes.get(next) <= capacity) {
                loads[bin] += sizes.get(next);
                boolean fits = fits(sizes, next + 1, loads, capacity);
                loads[bin] -= sizes.get(next);
                if (fits) {
                    return true;
                }
            }
        }
        return false;
    }
}
