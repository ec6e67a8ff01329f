package io.github.secures3.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.DefaultStackSynthesizerProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/** The templates of an app, read back from where it was synthesized to. */
public final class Synthesized {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE = ".template.json";
    private static final String METADATA = ".metadata.json";

    private final Map<String, String> texts;
    private final Map<String, String> metadata;
    private final String manifest;

    private Synthesized(Map<String, String> texts, Map<String, String> metadata, String manifest) {
        this.texts = texts;
        this.metadata = metadata;
        this.manifest = manifest;
    }

    /** An app without tree and version metadata, which no test reads and every test would pay for. */
    public static App app() {
        return app(Map.of());
    }

    /** An app with this context, which holds feature flags too. */
    public static App app(Map<String, ?> context) {
        try {
            Path directory = Files.createTempDirectory("synthesized");
            return new App(AppProps.builder()
                    .outdir(directory.toString())
                    .treeMetadata(false)
                    .analyticsReporting(false)
                    .context(new TreeMap<>(context))
                    .build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A stack that can go to any account and Region. */
    public static Stack stack(App app, String id) {
        return new Stack(app, id, props().build());
    }

    /** A stack for one account and Region. */
    public static Stack stack(App app, String id, String account, String region) {
        return new Stack(
                app,
                id,
                props().env(Environment.builder()
                                .account(account)
                                .region(region)
                                .build())
                        .build());
    }

    /** The template of a stack {@code Storage} that can go to any account and Region. */
    public static SynthesizedTemplate storage(Consumer<Stack> content) {
        App app = app();
        Stack stack = stack(app, "Storage");
        content.accept(stack);
        return of(app).template(stack);
    }

    /** Synthesizes the app, reads its templates and removes them from the disk. */
    public static Synthesized of(App app) {
        return read(app, Synthesized::texts);
    }

    /** Synthesizes the app and reads all its stacks as the read side sees them. */
    public static Estate estate(App app) {
        return read(app, EstateReader::read);
    }

    /** Synthesizes the app, has its assembly read and removes it from the disk. */
    private static <T> T read(App app, Function<Path, T> reader) {
        Path directory = Path.of(app.synth().getDirectory());
        T read = reader.apply(directory);
        try {
            List<Path> inside = inside(directory);
            for (int i = inside.size() - 1; i >= 0; i--) {
                Files.delete(inside.get(i));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return read;
    }

    private static Synthesized texts(Path directory) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> metadata = new TreeMap<>();
        try {
            for (Path file : inside(directory)) {
                String name = file.getFileName().toString();
                if (name.endsWith(TEMPLATE)) {
                    texts.put(name, Files.readString(file));
                }
                if (name.endsWith(METADATA)) {
                    metadata.put(name, Files.readString(file));
                }
            }
            return new Synthesized(texts, metadata, Files.readString(directory.resolve("manifest.json")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> inside(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return new ArrayList<>(walk.toList());
        }
    }

    /** The template of one stack. */
    public SynthesizedTemplate template(Stack stack) {
        String text = texts.get(stack.getTemplateFile());
        if (text == null) {
            throw new IllegalArgumentException(stack.getTemplateFile() + " is none of " + texts.keySet());
        }
        return new SynthesizedTemplate(text, parsed(text), ExampleValues.of(stack, exports()));
    }

    /** The texts of all templates by the names of their files. */
    public Map<String, String> texts() {
        return texts;
    }

    /** What was noted on the constructs of a stack, by path: warnings for one. */
    public JsonNode metadata(Stack stack) {
        String file = stack.getTemplateFile().replace(TEMPLATE, METADATA);
        return parsed(metadata.getOrDefault(file, "{}"));
    }

    /** The manifest of the assembly. */
    public JsonNode manifest() {
        return parsed(manifest);
    }

    private static StackProps.Builder props() {
        return StackProps.builder()
                .analyticsReporting(false)
                .synthesizer(new DefaultStackSynthesizer(DefaultStackSynthesizerProps.builder()
                        .generateBootstrapVersionRule(false)
                        .build()));
    }

    private Map<String, ExampleValues.Export> exports() {
        Map<String, ExampleValues.Export> exports = new LinkedHashMap<>();
        for (String text : texts.values()) {
            JsonNode template = parsed(text);
            for (JsonNode output : template.path("Outputs")) {
                exports.put(
                        output.path("Export").path("Name").asText(),
                        new ExampleValues.Export(template, output.path("Value")));
            }
        }
        return exports;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
