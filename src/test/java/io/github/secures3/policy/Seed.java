package io.github.secures3.policy;

import java.util.Random;

/** The random numbers of a test: {@code -Dseed=N} repeats a run whose seed was printed. */
public final class Seed {

    private Seed() {}

    /** A generator for the given test, whose seed is printed. */
    public static Random of(Class<?> test) {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println(test.getSimpleName() + " runs with -Dseed=" + seed);
        return new Random(seed);
    }
}
