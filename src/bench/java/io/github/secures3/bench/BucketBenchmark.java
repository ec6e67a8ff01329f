package io.github.secures3.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds and synthesizes N secure buckets and the same template written by hand, in turns within one process, so that a slow moment of
 * the machine hits all alike. Prints medians, the ratios between them, and the messages over the pipe. The one argument is the number
 * of rounds.
 */
public final class BucketBenchmark {

    private static final List<Integer> SIZES = List.of(1, 100, 400);
    private static final int DEFAULT_ROUNDS = 9;
    private static final int WARM_UP_BUCKETS = 200;

    private BucketBenchmark() {}

    private record Sample(double build, double synthesis) {
        double total() {
            return build + synthesis;
        }
    }

    /** Measures and prints. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(args[0]);
        SameTemplate.require(1);
        SameTemplate.require(120);
        System.out.println("the three variants write the same templates");
        for (Variant variant : Variant.values()) {
            measure(variant, WARM_UP_BUCKETS);
        }
        Map<Integer, Map<Variant, Sample>> medians = new TreeMap<>();
        for (int size : SIZES) {
            medians.put(size, medians(size, rounds));
        }
        print(medians);
        for (Variant variant : Variant.values()) {
            System.out.printf("%-14s %6.1f messages per bucket%n", variant, Messages.perBucket(variant));
        }
    }

    private static Map<Variant, Sample> medians(int size, int rounds) {
        Map<Variant, List<Sample>> samples = new EnumMap<>(Variant.class);
        List<Variant> order = new ArrayList<>(Arrays.asList(Variant.values()));
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : order) {
                samples.computeIfAbsent(variant, any -> new ArrayList<>()).add(measure(variant, size));
            }
            Collections.rotate(order, 1);
        }
        Map<Variant, Sample> medians = new EnumMap<>(Variant.class);
        samples.forEach((variant, all) -> medians.put(
                variant,
                new Sample(
                        median(all.stream().mapToDouble(Sample::build).toArray()),
                        median(all.stream().mapToDouble(Sample::synthesis).toArray()))));
        return medians;
    }

    private static Sample measure(Variant variant, int size) {
        long start = System.nanoTime();
        try (Estate estate = Estate.build(variant, size)) {
            long built = System.nanoTime();
            estate.synthesize();
            long end = System.nanoTime();
            return new Sample((built - start) / 1e6, (end - built) / 1e6);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static void print(Map<Integer, Map<Variant, Sample>> medians) {
        System.out.printf(
                "%5s %-14s %10s %10s %10s %12s %12s%n",
                "N", "variant", "build ms", "synth ms", "total ms", "secure/this", "build only");
        medians.forEach((size, byVariant) -> byVariant.forEach((variant, sample) -> System.out.printf(
                "%5d %-14s %10.1f %10.1f %10.1f %12.2f %12.2f%n",
                size,
                variant,
                sample.build(),
                sample.synthesis(),
                sample.total(),
                byVariant.get(Variant.SECURE).total() / sample.total(),
                byVariant.get(Variant.SECURE).build() / sample.build())));
        Map<Variant, Double> marginal = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            marginal.put(
                    variant,
                    (medians.get(400).get(variant).total()
                                    - medians.get(100).get(variant).total())
                            / 300);
        }
        marginal.forEach((variant, cost) -> System.out.printf(
                "%-14s %6.2f ms for one more bucket, secure/this %.2f%n",
                variant, cost, marginal.get(Variant.SECURE) / cost));
    }
}
