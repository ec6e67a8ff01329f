package io.github.secures3.bench;

import io.github.secures3.constructs.validation.SecureS3Validation;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/**
 * Synthesizes an example in processes of its own, with and without the CDK's validation and this library's, in turns, and prints what a whole run
 * takes: the time on the clock, and that of processors in Java and Node.js together, which a loaded machine changes less.
 *
 * <p>Arguments: the app class, which has {@code static void addStacks(App)}; the directory of its classes; the rounds, 7 if not given.
 */
public final class ValidationBenchmark {

    private static final String ONE_RUN = "run";
    private static final double MILLIS_A_SECOND = 1000;

    private ValidationBenchmark() {}

    /** Runs all variants in turns, or, in a process that it started itself, one. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals(ONE_RUN)) {
            run(args[1], Path.of(args[2]), Boolean.parseBoolean(args[3]));
            return;
        }
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (boolean cdk : new boolean[] {false, true}) {
                for (boolean plugin : new boolean[] {false, true}) {
                    double[] figures = start(args[0], args[1], cdk, plugin);
                    // The first round warms up the caches of the disk.
                    if (round > 0) {
                        measured.computeIfAbsent(name(cdk, plugin), each -> new ArrayList<>())
                                .add(figures);
                    }
                }
            }
        }
        double baseline = median(measured.values().iterator().next(), 1);
        System.out.println("validation by                | clock s | cpu s | cpu / none");
        measured.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-28s | %7.2f | %5.2f | %.2f%n",
                name,
                median(all, 0),
                median(all, 1),
                median(all, 1) / baseline));
    }

    private static String name(boolean cdk, boolean plugin) {
        return cdk ? plugin ? "the CDK and SecureS3" : "the CDK" : plugin ? "SecureS3" : "none";
    }

    private static double median(List<double[]> all, int figure) {
        List<Double> sorted =
                new ArrayList<>(all.stream().map(each -> each[figure]).toList());
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double[] start(String app, String classes, boolean cdk, boolean plugin) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + classes,
                        ValidationBenchmark.class.getName(),
                        ONE_RUN,
                        app,
                        classes,
                        Boolean.toString(plugin))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CDK_VALIDATION", Boolean.toString(cdk));
        long start = System.nanoTime();
        Process process = builder.start();
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(app + " ended with " + process.exitValue());
        }
        return new double[] {(System.nanoTime() - start) / 1e9, Double.parseDouble(last)};
    }

    private static void run(String name, Path classes, boolean plugin) throws Exception {
        Path output = Files.createTempDirectory("validation");
        App app = new App(AppProps.builder()
                .outdir(output.toString())
                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true))
                .build());
        if (plugin) {
            Validations.of(app).addPlugins(new SecureS3Validation());
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method addStacks = Class.forName(name, true, loader).getDeclaredMethod("addStacks", App.class);
            addStacks.setAccessible(true);
            addStacks.invoke(null, app);
        }
        app.synth();
        long cpu = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
        delete(output);
        System.out.println(cpu / MILLIS_A_SECOND);
        System.exit(0);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
