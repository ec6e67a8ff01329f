package io.github.secures3.testing;

import static java.util.stream.Collectors.joining;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources given as text, compiled against the class path of the tests. */
public final class Compilation {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Compilation() {}

    /**
     * Compiles sources, by the name of their top-level type, into a directory, with more directories of classes in sight if need be.
     *
     * @return the errors, each with its line; empty if there are none
     */
    public static List<String> compile(Map<String, String> sourceByTypeName, Path classes, Path... more) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<Source> sources = sourceByTypeName.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            String classPath = Stream.concat(
                            Stream.of(System.getProperty("java.class.path")),
                            Stream.of(more).map(Path::toString))
                    .collect(joining(File.pathSeparator));
            List<String> options = List.of("-proc:none", "-Xlint:none", "-classpath", classPath);
            COMPILER.getTask(null, files, diagnostics, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors(diagnostics);
    }

    /**
     * Reads a source without asking what its names mean.
     *
     * @return the errors of its form, each with its line; empty if there are none
     */
    public static List<String> parse(String source) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = COMPILER.getTask(
                null, null, diagnostics, List.of("-proc:none"), null, List.of(new Source("Parsed", source)));
        try {
            ((JavacTask) task).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors(diagnostics);
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> "line " + diagnostic.getLineNumber() + ": "
                        + diagnostic
                                .getMessage(Locale.ROOT)
                                .lines()
                                .map(String::strip)
                                .collect(joining(" ")))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String typeName, String text) {
            super(URI.create("source:///" + typeName.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
