package io.github.secures3.bench;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** Runs the benchmarks that JMH measures, with the arguments of JMH: such as {@code EvaluateBenchmark -p statements=20}. */
public final class Jmh {

    private Jmh() {}

    /** Runs them. */
    public static void main(String[] args) throws IOException {
        Main.main(args);
    }
}
