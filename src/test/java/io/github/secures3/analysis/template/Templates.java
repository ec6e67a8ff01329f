package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Tag;
import io.github.secures3.analysis.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fixtures under {@code src/test/resources/io/github/secures3/analysis/template}. */
final class Templates {

    static final Path ROOT = Path.of("src/test/resources/io/github/secures3/analysis/template");

    private Templates() {}

    /** What the keys of tags were given as values. */
    record Probes(Map<String, Value<String>> byKey) {

        Value<String> get(String key) {
            Value<String> value = byKey.get(key);
            if (value == null) {
                throw new AssertionError("there is no tag " + key + " among " + byKey.keySet());
            }
            return value;
        }
    }

    static Path path(String fixture) {
        return ROOT.resolve(fixture);
    }

    static Estate read(String... fixtures) {
        return read(ReadOptions.defaults(), fixtures);
    }

    static Estate read(ReadOptions options, String... fixtures) {
        return EstateReader.read(List.of(fixtures).stream().map(Templates::path).toList(), options);
    }

    static Estate readText(Path directory, String name, String text) {
        return EstateReader.read(write(directory, name, text));
    }

    static Path write(Path directory, String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The tags of the bucket named Probe: what each key's value was resolved to. */
    static Probes probes(Estate estate) {
        Bucket probe = estate.buckets().stream()
                .filter(bucket -> bucket.element().logicalId().equals("Probe"))
                .findFirst()
                .orElseThrow();
        Map<String, Value<String>> values = new LinkedHashMap<>();
        for (Tag tag : probe.tags().known().orElseThrow()) {
            values.put(tag.key().asText().orElseThrow(), tag.value());
        }
        return new Probes(values);
    }

    static <T extends Resource> T only(Estate estate, Class<T> kind) {
        List<T> all = estate.all(kind);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " of " + kind);
        }
        return all.get(0);
    }

    static <T extends Resource> T named(Estate estate, Class<T> kind, String logicalId) {
        return estate.all(kind).stream()
                .filter(resource -> resource.element().logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    /** The estate as text without places, for twins in two formats. */
    static String withoutPlaces(Estate estate) {
        return estate.toString()
                .replaceAll("Location\\[file=[^,]*, line=\\d+, column=\\d+, pointer=[^\\]]*\\]", "@")
                .replaceAll("file=[^,]*,", "file,");
    }
}
