package io.github.secures3.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Counts what crosses the pipe between the JVM and Node.js: unlike time, the same on every machine. */
final class Messages {

    private static final int FEW = 5;
    private static final int MORE = 15;

    private Messages() {}

    /** The messages that one more bucket adds, synthesis included. */
    static double perBucket(Variant variant) {
        return (count(variant, MORE) - count(variant, FEW)) / (double) (MORE - FEW);
    }

    /** What the counted process runs: a variant and a number of buckets. */
    public static void main(String[] args) {
        try (Estate estate = Estate.build(Variant.valueOf(args[0]), Integer.parseInt(args[1]))) {
            estate.synthesize();
        }
    }

    private static long count(Variant variant, int buckets) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Messages.class.getName(),
                variant.name(),
                Integer.toString(buckets)));
        builder.environment().put("JSII_DEBUG", "1");
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return lines.lines().filter(line -> line.startsWith("> {")).count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
