package io.github.secures3.examples;

import io.github.secures3.cli.SecureS3;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The scripts of the review job, run as a job runs them: by name, in a directory of their own. */
final class ReviewScripts {

    static final Path EXAMPLE = Path.of("examples", "pull-request-review");
    private static final Path SCRIPTS = EXAMPLE.resolve("secure-s3").toAbsolutePath();

    /** How a script ended, with what it wrote to standard output and to standard error. */
    record Run(int exitCode, String output, String errors) {}

    private ReviewScripts() {}

    /** Runs a script of this name in a directory. */
    static Run run(Path directory, Map<String, String> environment, String script, String... arguments) {
        return run(directory, environment, SCRIPTS.resolve(script), arguments);
    }

    /** Runs any script in a directory. */
    static Run run(Path directory, Map<String, String> environment, Path script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(script.toString().endsWith(".mjs") ? "node" : "bash");
        command.add(script.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile(directory, "errors", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            return new Run(code, output, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + script + " ran", e);
        }
    }

    /** A jar of the command line: it holds nothing but the way to the classes that are tested. */
    static Path jar(Path directory) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, SecureS3.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Path jar = directory.resolve("secure-s3-cli.jar");
        try {
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
