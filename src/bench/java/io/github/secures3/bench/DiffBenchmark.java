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
    /** None, and those of {@code bin/secure-s3}. */
    private static final List<List<String>> OPTIONS = List.of(
            List.of(), List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.25", "-XX:+UseSerialGC"));

    private static final double MILLION = 1e6;

    private DiffBenchmark() {}

    /** Prints the median of several rounds, without options of Java and with those of {@code bin/secure-s3}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        Path directory = Files.createDirectories(Path.of("target", "bench", "diff"));
        Path base = Files.createDirectories(directory.resolve("base")).resolve("Buckets.template.json");
        Path head = Files.createDirectories(directory.resolve("head")).resolve("Buckets.template.json");
        new LargeTemplate(size, false).write(base);
        new LargeTemplate(size, true).write(head);
        List<String> program = arguments.length > 1
                ? List.of("-jar", arguments[1])
                : List.of("-cp", System.getProperty("java.class.path"), "io.github.secures3.cli.SecureS3");
        for (List<String> options : OPTIONS) {
            List<String> command = new ArrayList<>(List.of("java", "-Xmx512m"));
            command.addAll(options);
            command.addAll(program);
            command.addAll(List.of("diff", base.toString(), head.toString(), "--fail-on", "never", "-o"));
            command.add(directory.resolve("diff.txt").toString());
            System.out.printf(
                    Locale.ROOT, "%d resources, options of Java %s: %,.0f ms%n", size, options, median(command));
        }
    }

    private static double median(List<String> command) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            double milliseconds = (System.nanoTime() - start) / MILLION;
            if (code != 0) {
                throw new IllegalStateException("the comparison ended with " + code);
            }
            times.add(milliseconds);
        }
        times.sort(null);
        return times.get(ROUNDS / 2);
    }
}
