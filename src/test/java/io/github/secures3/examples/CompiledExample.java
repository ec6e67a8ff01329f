package io.github.secures3.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;

/** An example that can be run. */
public record CompiledExample(Example example, Path classes) {

    /** How a run of {@code main} ended, with what it printed. */
    public record Run(int exitCode, String text) {}

    /**
     * Runs {@code main} in a JVM of its own, as a user does.
     *
     * @param output where the templates go
     * @param validated whether the CDK validates them
     */
    public Run run(Path output, boolean validated) {
        return run(output, validated, Map.of());
    }

    /** The same with more variables in the environment. */
    Run run(Path output, boolean validated, Map<String, String> more) {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + classes;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", classPath, example.app()).redirectErrorStream(true);
        builder.environment().putAll(more);
        builder.environment().put("CDK_OUTDIR", output.toString());
        builder.environment().put("CDK_VALIDATION", Boolean.toString(validated));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the example ran", e);
        }
    }

    /** The class path of the tests without the example that the build of the library compiles, so that what was compiled here counts. */
    private static final class WithoutExamples extends ClassLoader {

        WithoutExamples() {
            super(CompiledExample.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.example.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Puts the stacks into an app of this JVM, by {@code static void addStacks(App)} beside {@code main}. */
    void addStacks(App app) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, new WithoutExamples())) {
            Method addStacks = Class.forName(example.app(), true, loader).getDeclaredMethod("addStacks", App.class);
            addStacks.setAccessible(true);
            addStacks.invoke(null, app);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    example.app() + " must have a 'static void addStacks(App app)' that makes its stacks", e);
        }
    }
}
