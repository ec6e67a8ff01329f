package io.github.secures3.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * A change of an example's source, synthesized before and after.
 *
 * @param name what it does
 * @param example the example that is changed
 * @param type the source that is changed
 * @param edits texts of that source and what they become
 */
record ReviewedChange(String name, String example, String type, Map<String, String> edits) {

    static final ReviewedChange WEAKENED = new ReviewedChange(
            "weakened",
            "quickstart",
            "com.example.quickstart.QuickstartStack",
            Map.of(
                    "new SecureBucket(this, \"Data\");",
                    "SecureBucket.Builder.create(this, \"Data\").allowWithoutAccessLogs(\"costs\").build();",
                    "grantRead(reader, \"reports/\")",
                    "grantRead(reader)"));

    static final ReviewedChange HARMLESS = new ReviewedChange(
            "harmless",
            "quickstart",
            "com.example.quickstart.QuickstartStack",
            Map.of(
                    "        data.grantRead(reader, \"reports/\");\n        data.grantWrite(writer, \"reports/\");",
                    "        data.grantWrite(writer, \"reports/\");\n        data.grantRead(reader, \"reports/\");",
                    "Role.Builder.create(this, \"Reader\")",
                    "Role.Builder.create(this, \"Reader\").description(\"reads reports\")"));

    /** Synthesizes both versions, into the folders {@code base} and {@code head} of a directory. */
    void synthesize(Path directory) {
        synthesize(directory, "base", Map.of());
        synthesize(directory, "head", edits);
    }

    private void synthesize(Path directory, String version, Map<String, String> made) {
        try {
            Path classes = Files.createDirectory(directory.resolve("classes-" + version));
            CompiledExample compiled = new Example(Path.of("examples", example))
                    .compileEdited(type, source -> edited(source, made), classes);
            App app = new App(AppProps.builder()
                    .outdir(directory.resolve(version).toString())
                    .build());
            compiled.addStacks(app);
            app.synth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String edited(String source, Map<String, String> edits) {
        String edited = source;
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            if (!edited.contains(edit.getKey())) {
                throw new IllegalStateException("the source has no '" + edit.getKey() + "'; adapt the edit");
            }
            edited = edited.replace(edit.getKey(), edit.getValue());
        }
        return edited;
    }

    @Override
    public String toString() {
        return name;
    }
}
