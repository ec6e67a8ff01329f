package io.github.secures3.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code secure-s3 diff} takes for two large templates, from the start of Java to its end, in 512 MB.
 *
 * <p>Arguments: how many resources, 500 unless given; then the jar of the command line, or nothing for the classes of the build.
 */
public final class DiffBenchmark {

    private static final int ROUNDS = 7;
    private static final double MILLION = 1e6;

    private DiffBenchmark() {}

    /** Prints a line for each round and the median. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        Path directory = Files.createDirectories(Path.of("target", "bench", "diff"));
        Path base = Files.createDirectories(directory.resolve("base")).resolve("Buckets.template.json");
        Path head = Files.createDirectories(directory.resolve("head")).resolve("Buckets.template.json");
        new LargeTemplate(size, false).write(base);
        new LargeTemplate(size, true).write(head);
        List<String> command = new ArrayList<>(List.of("java", "-Xmx512m"));
        command.addAll(
                arguments.length > 1
                        ? List.of("-jar", arguments[1])
                        : List.of("-cp", System.getProperty("java.class.path"), "io.github.secures3.cli.SecureS3"));
        command.addAll(List.of("diff", base.toString(), head.toString(), "--fail-on", "never", "-o"));
        command.add(directory.resolve("diff.txt").toString());
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            double milliseconds = (System.nanoTime() - start) / MILLION;
            if (code != 0) {
                throw new IllegalStateException("the comparison ended with " + code);
            }
            times.add(milliseconds);
            System.out.printf(Locale.ROOT, "%,.0f ms%n", milliseconds);
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT, "median of %d rounds with %d resources: %,.0f ms%n", ROUNDS, size, times.get(ROUNDS / 2));
    }
}
