package io.github.secures3.examples;

import static java.util.stream.Collectors.toMap;

import io.github.secures3.testing.Compilation;
import io.github.secures3.testing.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project that a reader can copy: its sources, its pom, its cdk.json and the templates that it must synthesize. */
public record Example(Path directory) {

    private static final Pattern MAIN = Pattern.compile("\\bstatic void main\\(");
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** All of them, by name; a folder without a pom is none. */
    static List<Example> all() {
        try (Stream<Path> entries = Files.list(Path.of("examples"))) {
            return entries.filter(entry -> Files.exists(entry.resolve("pom.xml")))
                    .sorted()
                    .map(Example::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return directory.getFileName().toString();
    }

    String read(String file) {
        return new SourceTree(directory).read(Path.of(file));
    }

    /** The classes with a {@code main}; there must be one. */
    List<String> mainClasses() {
        return sources().entrySet().stream()
                .filter(source -> MAIN.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    String app() {
        List<String> mains = mainClasses();
        if (mains.size() != 1 || !mains.get(0).endsWith("App")) {
            throw new IllegalStateException(
                    directory + " must have one class with a main, and its name must end in App; it has " + mains);
        }
        return mains.get(0);
    }

    /** The text of a class. */
    String source(String type) {
        return Objects.requireNonNull(sources().get(type), type);
    }

    /** Compiles the sources against the library into a directory. */
    public CompiledExample compile(Path classes) {
        return compile(sources(), classes);
    }

    /** The same with one source edited, as a change of the app would. */
    CompiledExample compileEdited(String typeName, UnaryOperator<String> edit, Path classes) {
        Map<String, String> sources = new TreeMap<>(sources());
        sources.computeIfPresent(typeName, (name, source) -> edit.apply(source));
        return compile(sources, classes);
    }

    private CompiledExample compile(Map<String, String> sources, Path classes) {
        List<String> errors = Compilation.compile(sources, classes);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(directory + " does not compile: " + errors);
        }
        return new CompiledExample(this, classes);
    }

    /** Where the templates lie that must come out. */
    Path expected() {
        return directory.resolve("expected");
    }

    /** The templates below a directory, by their path from it, with {@code /} between names. */
    static Map<String, String> templates(Path root) {
        Map<String, String> templates = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return templates;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".template.json"))
                    .toList()) {
                templates.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file).strip());
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources by the name of their top-level type. */
    private Map<String, String> sources() {
        SourceTree tree = new SourceTree(directory);
        return tree.files(".java").stream()
                .filter(file -> file.startsWith(SOURCES))
                .collect(toMap(file -> typeName(SOURCES.relativize(file)), tree::read));
    }

    private static String typeName(Path file) {
        return file.toString().replaceFirst("\\.java$", "").replaceAll("[/\\\\]", ".");
    }
}
